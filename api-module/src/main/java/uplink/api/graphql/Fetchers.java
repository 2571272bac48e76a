package uplink.api.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceKind;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.run.boundary.NextCharges;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.PlannedChange;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.billing.subscription.boundary.Suspension;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerStatus;
import uplink.customer.boundary.Customers;
import uplink.network.boundary.CustomerOutage;
import uplink.network.boundary.OutageStatus;
import uplink.network.boundary.Outages;
import uplink.notification.boundary.Notice;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.boundary.Notifications;
import uplink.shared.BusinessException;
import uplink.shared.PageRequest;

/**
 * Which boundary answers which field; everything else is a component of the record above it. A feature adds its part
 * here and in the schema.
 */
@ApplicationScoped
public class Fetchers {

    private static final String LINES = "lines";

    private final Customers customers;
    private final Ledger ledger;
    private final NextCharges nextCharges;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final Notifications notifications;
    private final Outages outages;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Fetchers() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    Fetchers(
            Customers customers,
            Ledger ledger,
            NextCharges nextCharges,
            Subscriptions subscriptions,
            Invoices invoices,
            Notifications notifications,
            Outages outages) {
        this.customers = customers;
        this.ledger = ledger;
        this.nextCharges = nextCharges;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.notifications = notifications;
        this.outages = outages;
    }

    RuntimeWiring wiring() {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", this::query)
                .type("Service", type -> type.dataFetcher("tariffName", Fetchers::tariffName))
                .type("PlannedChange", type -> type.dataFetcher("tariffName", Fetchers::plannedName))
                .type("Invoice", type -> type.dataFetcher("lines", Fetchers::lines))
                .type("Outage", type -> type.dataFetcher("reason", Fetchers::reason))
                .type("NoticePage", type -> type.dataFetcher("unread", env -> notifications.unread()))
                .type("Notice", type -> type.dataFetcher("text", Fetchers::text))
                .type(words("CustomerKind", CustomerKind.class))
                .type(words("CustomerStatus", CustomerStatus.class))
                .type(words("ServiceStatus", SubscriptionStatus.class))
                .type(words("ServiceEvent", EventKind.class))
                .type(words("SuspensionCause", Suspension.Cause.class))
                .type(words("InvoiceKind", InvoiceKind.class))
                .type(words("InvoiceStatus", InvoiceStatus.class))
                .type(words("NoticeKind", NoticeKind.class))
                .type(words("OutageStatus", OutageStatus.class));
        Scalars.ALL.forEach(wiring::scalar);
        return wiring.build();
    }

    private TypeRuntimeWiring.Builder query(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("profile", env -> customers.me())
                .dataFetcher("balance", env -> ledger.ownBalance())
                .dataFetcher("nextCharge", env -> nextCharges.own().orElse(null))
                .dataFetcher("services", env -> subscriptions.mine())
                .dataFetcher("invoices", env -> invoices.ownPage(env.getArgument("status"), page(env)))
                .dataFetcher("invoice", env -> invoices.own(id(env), env.getLocale()))
                .dataFetcher("outage", env -> outages.own().orElse(null))
                .dataFetcher("notices", env -> notifications.list(page(env)));
    }

    /** What is asked of many things at once is read at once. For one request. */
    DataLoaderRegistry loaders(Locale reader) {
        DataLoader<UUID, List<InvoiceLine>> lines = DataLoaderFactory.newMappedDataLoader(
                ids -> CompletableFuture.completedFuture(invoices.ownLines(ids, reader)),
                DataLoaderOptions.newOptions().setMaxBatchSize(100).build());
        return DataLoaderRegistry.newRegistry().register(LINES, lines).build();
    }

    private static @Nullable Object lines(DataFetchingEnvironment env) {
        if (env.getSource() instanceof InvoiceDetail detail) {
            return detail.lines();
        }
        InvoiceSummary invoice = env.getSource();
        DataLoader<UUID, List<InvoiceLine>> loader = env.getDataLoader(LINES);
        return invoice == null || loader == null ? null : loader.load(invoice.id());
    }

    private static @Nullable Object tariffName(DataFetchingEnvironment env) {
        SubscriptionRow service = env.getSource();
        boolean english = env.getLocale().getLanguage().equals("en");
        return service == null ? null : english ? service.tariffNameEn() : service.tariffNameRu();
    }

    private static @Nullable Object plannedName(DataFetchingEnvironment env) {
        PlannedChange planned = env.getSource();
        boolean english = env.getLocale().getLanguage().equals("en");
        return planned == null ? null : english ? planned.tariffNameEn() : planned.tariffNameRu();
    }

    private static @Nullable Object reason(DataFetchingEnvironment env) {
        CustomerOutage outage = env.getSource();
        boolean english = env.getLocale().getLanguage().equals("en");
        return outage == null ? null : english ? outage.reasonEn() : outage.reasonRu();
    }

    private static @Nullable Object text(DataFetchingEnvironment env) {
        Notice notice = env.getSource();
        return notice == null ? null : notice.text().in(env.getLocale());
    }

    private static PageRequest page(DataFetchingEnvironment env) {
        return PageRequest.of(env.getArgument("limit"), env.getArgument("cursor"));
    }

    /** What cannot be an id belongs to nobody. */
    private static UUID id(DataFetchingEnvironment env) {
        String text = env.getArgumentOrDefault("id", "");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw BusinessException.notFound();
        }
    }

    private static <E extends Enum<E> & uplink.shared.Coded> TypeRuntimeWiring words(String name, Class<E> type) {
        return TypeRuntimeWiring.newTypeWiring(name)
                .enumValues(Scalars.words(type))
                .build();
    }
}

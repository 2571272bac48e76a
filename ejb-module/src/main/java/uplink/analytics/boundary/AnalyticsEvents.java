package uplink.analytics.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Event;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.events.EventHandler;

/** Counts what happened into the daily figures. */
@ApplicationScoped
public class AnalyticsEvents implements EventHandler {

    static final String CONSUMER = "analytics";

    private static final Map<String, Figure> FIGURES = Map.of(
            "billing.invoice.created", Figure.INVOICES,
            "billing.invoice.overdue", Figure.OVERDUE,
            "billing.payment.succeeded", Figure.PAYMENTS,
            "subscription.activated", Figure.ACTIVATIONS,
            "subscription.suspended", Figure.SUSPENSIONS,
            "subscription.restored", Figure.RESTORATIONS,
            "subscription.cancelled", Figure.CANCELLATIONS,
            "customer.registered", Figure.REGISTRATIONS);

    /** Whose sums are added up, too; an invoice may be a credit note. */
    private static final Set<Figure> OF_MONEY = EnumSet.of(Figure.OVERDUE, Figure.PAYMENTS);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    protected AnalyticsEvents() {}

    AnalyticsEvents(DataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Allowed(Permission.ANYONE)
    public String consumer() {
        return CONSUMER;
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public boolean concerns(Event event) {
        return FIGURES.containsKey(event.type());
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public void on(Event event) {
        onAll(List.of(event));
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public void onAll(List<Event> events) {
        Tally tally = new Tally();
        events.forEach(event -> count(event, tally));
        tally.save(Sql.in(database));
    }

    private void count(Event event, Tally tally) {
        Figure figure = FIGURES.get(event.type());
        if (figure == Figure.INVOICES) {
            countInvoice(event, tally);
        } else if (figure != null) {
            tally.add(dayOf(event), figure, OF_MONEY.contains(figure) ? amount(event) : BigDecimal.ZERO);
        }
    }

    private static void countInvoice(Event event, Tally tally) {
        boolean credit = "credit-note".equals(event.data().get("kind"));
        LocalDate day = LocalDate.parse(text(event, "issuedOn"));
        tally.add(day, credit ? Figure.CREDIT_NOTES : Figure.INVOICES, amount(event));
    }

    private LocalDate dayOf(Event event) {
        return LocalDate.ofInstant(event.occurredAt(), clock.getZone());
    }

    /** Sums are in one currency; an amount in another one is counted but not added. */
    private static BigDecimal amount(Event event) {
        Object currency = event.data().getOrDefault("currency", Settings.currency());
        return currency.equals(Settings.currency()) ? new BigDecimal(text(event, "amount")) : BigDecimal.ZERO;
    }

    private static String text(Event event, String name) {
        return Objects.requireNonNull(event.data().get(name), name).toString();
    }
}

package uplink.billing.run.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.run.control.NextLines;
import uplink.billing.subscription.boundary.AddOnWish;
import uplink.billing.subscription.boundary.AddOns;
import uplink.billing.subscription.boundary.EndWish;
import uplink.billing.subscription.boundary.NewFeeCharge;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.boundary.PlannedChange;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.billing.subscription.boundary.TariffChangeWish;
import uplink.billing.subscription.boundary.TariffChanges;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Sql;

/**
 * Shows what a change of a subscription would cost before it is made: the change is really recorded and rated, by the
 * rules that hold for real, in a transaction of its own that is always rolled back.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ChangePreview {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Resource
    private SessionContext context;

    @Inject
    private BusinessClock clock;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private TariffChanges changes;

    @Inject
    private AddOns addons;

    /** Refusals: those of {@link Subscriptions#changeTariff}. */
    public PreviewedChange tariffChange(
            UUID id, UUID tariffId, LocalDate on, @Nullable BigDecimal ownPrice, Locale reader) {
        return shown(subscriptions.changeTariff(id, tariffId, on, ownPrice), on, reader);
    }

    /** What the customer who asks would pay for a change. Refusals: those of {@link TariffChanges#change}. */
    @Allowed(Permission.SELF_WRITE)
    public PreviewedChange ownTariffChange(UUID id, TariffChangeWish wish, Locale reader) {
        SubscriptionRow changed = changes.change(id, wish);
        LocalDate on = changed.planned().stream()
                .filter(planned -> wish.tariffId().equals(planned.tariffId()))
                .map(PlannedChange::on)
                .findFirst()
                .orElse(clock.today());
        return shown(changed, on, reader);
    }

    /** What an add-on would cost the customer who asks. Refusals: those of {@link AddOns#order}. */
    @Allowed(Permission.SELF_WRITE)
    public PreviewedChange ownAddOn(UUID service, AddOnWish wish, Locale reader) {
        SubscriptionRow made = addons.order(service, wish);
        return shown(made, made.startedOn(), reader);
    }

    /** What ending an add-on would bring the customer who asks. Refusals: those of {@link AddOns#end}. */
    @Allowed(Permission.SELF_WRITE)
    public PreviewedChange ownAddOnEnd(UUID id, EndWish wish, Locale reader) {
        SubscriptionRow ended = addons.end(id, wish);
        LocalDate on = ended.endedOn();
        return shown(ended, on == null ? clock.today() : on, reader);
    }

    /** What a service that is started would cost. Refusals: those of {@link Subscriptions#start}. */
    public PreviewedChange start(NewSubscription wanted, Locale reader) {
        SubscriptionRow made = subscriptions.start(wanted);
        return shown(made, made.startedOn(), reader);
    }

    /** What a one-off fee would bring. Refusals: those of {@link Subscriptions#addFee}. */
    public PreviewedChange fee(UUID id, NewFeeCharge fee, Locale reader) {
        LocalDate on = subscriptions.addFee(id, fee).on();
        return shown(subscriptions.get(id), on, reader);
    }

    /**
     * What the next bill run would bring of a subscription as it stands in the caller's transaction, which is left as it is.
     * Refusals: {@code not-found}, {@code invalid-state} when it could not be billed.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public PreviewedChange currentChange(UUID id, LocalDate on, Locale reader) {
        return billed(subscriptions.get(id), on, reader);
    }

    private PreviewedChange shown(SubscriptionRow changed, LocalDate on, Locale reader) {
        PreviewedChange change = billed(changed, on, reader);
        context.setRollbackOnly();
        return change;
    }

    private PreviewedChange billed(SubscriptionRow changed, LocalDate on, Locale reader) {
        UUID id = changed.id();
        LocalDate target = on.isAfter(clock.today()) ? on : clock.today();
        List<InvoiceLine> lines = Sql.in(database).with(connection -> new NextLines(connection, reader).of(id, target));
        BigDecimal total = lines.stream().map(InvoiceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        String currency = changed.currency();
        return new PreviewedChange(target, lines, total, currency == null ? Settings.currency() : currency);
    }
}

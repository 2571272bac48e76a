package uplink.analytics.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
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
    private static final int SHARDS = 32;

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
    public String consumer() {
        return CONSUMER;
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public void on(Event event) {
        switch (event.type()) {
            case "billing.invoice.created" -> countInvoice(event);
            case "billing.invoice.overdue" -> count(dayOf(event), Figure.OVERDUE, amount(event));
            case "billing.payment.succeeded" -> count(dayOf(event), Figure.PAYMENTS, amount(event));
            case "subscription.activated" -> count(dayOf(event), Figure.ACTIVATIONS, BigDecimal.ZERO);
            case "subscription.suspended" -> count(dayOf(event), Figure.SUSPENSIONS, BigDecimal.ZERO);
            case "subscription.restored" -> count(dayOf(event), Figure.RESTORATIONS, BigDecimal.ZERO);
            case "subscription.cancelled" -> count(dayOf(event), Figure.CANCELLATIONS, BigDecimal.ZERO);
            case "customer.registered" -> count(dayOf(event), Figure.REGISTRATIONS, BigDecimal.ZERO);
            default -> {
                // no figure counts it
            }
        }
    }

    private void countInvoice(Event event) {
        boolean credit = "credit-note".equals(event.data().get("kind"));
        count(LocalDate.parse(text(event, "issuedOn")), credit ? Figure.CREDIT_NOTES : Figure.INVOICES, amount(event));
    }

    private void count(LocalDate day, Figure figure, BigDecimal amount) {
        Sql.in(database)
                .update(
                        """
                        insert into daily_figures as f (day, figure, shard, count, amount) values (?, ?, ?, 1, ?)
                        on conflict (day, figure, shard) do update
                        set count = f.count + 1, amount = f.amount + excluded.amount""",
                        day,
                        figure.code(),
                        ThreadLocalRandom.current().nextInt(SHARDS),
                        amount);
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

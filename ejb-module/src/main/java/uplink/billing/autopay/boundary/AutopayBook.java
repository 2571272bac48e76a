package uplink.billing.autopay.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.autopay.control.AutopayNews;
import uplink.billing.autopay.control.AutopayRows;
import uplink.billing.autopay.control.AutopayRows.DueInvoice;
import uplink.billing.autopay.control.Tries;
import uplink.billing.ledger.control.BillingEvents;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.ledger.control.Posting;
import uplink.billing.payment.boundary.Collection;
import uplink.billing.payment.boundary.PaymentBook;
import uplink.billing.payment.boundary.SavedMethod;
import uplink.billing.payment.control.SavedRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** What is written down when something is collected; each method is a database transaction, and none calls a provider. */
@Stateless
@Allowed(Permission.SYSTEM)
public class AutopayBook {

    private static final Tries TRIES = Tries.configured();
    /** A payer who is on the provider's page is not overtaken. */
    private static final Duration FRESH = Duration.ofHours(1);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private PaymentBook payments;

    /** Switches it off where the card has expired or was refused for good, before it is tried again. */
    public void stopHopeless() {
        for (AutopayRows.Stopped one : rows().hopeless(clock.today())) {
            Posting.hold(sql(), one.customer());
            if (rows().stop(one.customer(), one.reason(), clock.instant())) {
                outbox.announce(AutopayNews.disabled(one.customer(), one.reason(), clock.instant()));
            }
        }
    }

    /** What may be collected today, in the order of ids, after that one. */
    public List<DueInvoice> due(@Nullable UUID after, int atMost) {
        return rows().due(clock.today(), freshly(), TRIES, after, atMost);
    }

    /**
     * Settles an invoice from credit that is on the account and writes down what is still to be collected from the card;
     * answers the payment. Empty when there is nothing to collect, or more than the customer has agreed to: that is said
     * once.
     */
    public Optional<UUID> begin(DueInvoice due) {
        Sql sql = sql();
        Posting.Account account = Posting.hold(sql, due.customer());
        Optional<AutopayRows.Consent> consent = rows().of(due.customer());
        Optional<SavedMethod> card = new SavedRows(sql).of(due.customer());
        if (consent.isEmpty() || card.isEmpty() || !rows().isDue(due.invoice(), clock.today(), freshly(), TRIES)) {
            return Optional.empty();
        }
        BillingEvents.announce(
                sql,
                "billing.invoice.paid",
                CreditAllocation.settle(sql, new UUID[] {due.customer()}, clock.instant()),
                clock.instant());
        outbox.wakeRelay();
        BigDecimal amount = rows().outstanding(due.invoice());
        if (amount.signum() <= 0) {
            return Optional.empty();
        }
        if (amount.compareTo(consent.get().most()) > 0) {
            refuse(due, amount, account.currency());
            return Optional.empty();
        }
        return payments.collect(
                new Collection(due.customer(), due.invoice(), amount, card.get(), clock.today()), account.currency());
    }

    private void refuse(DueInvoice due, BigDecimal amount, String currency) {
        if (rows().refuse(due.invoice(), clock.instant())) {
            outbox.announce(AutopayNews.refused(due.customer(), due.invoice(), amount, currency, clock.instant()));
        }
    }

    private Instant freshly() {
        return clock.instant().minus(FRESH);
    }

    private AutopayRows rows() {
        return new AutopayRows(sql());
    }

    private Sql sql() {
        return Sql.in(database);
    }
}

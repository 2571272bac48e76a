package uplink.billing.autopay.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.autopay.control.AutopayNews;
import uplink.billing.autopay.control.AutopayRows;
import uplink.billing.ledger.control.Posting;
import uplink.billing.payment.control.SavedRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Money;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Autopay as its customer sees and changes it. */
@Stateless
@Allowed(Permission.SELF_WRITE)
public class Autopays {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** The caller's. */
    @Allowed(Permission.SELF_READ)
    public Autopay own() {
        return of(Callers.current().requireCustomer());
    }

    /** A customer's; {@code not-found}. */
    @Allowed(Permission.PAYMENT_READ)
    public Autopay ofCustomer(UUID customer) {
        return of(customer);
    }

    /**
     * Switches it on, with a new maximum, or off. {@code validation}: a maximum above zero, and a saved card, are needed to
     * switch it on.
     */
    public Autopay change(AutopayChange wanted) {
        UUID customer = Callers.current().requireCustomer();
        Posting.Account account = Posting.hold(Sql.in(database), customer);
        if (wanted.enabled()) {
            agree(account, wanted.maximum());
        } else if (rows().stop(customer, null, clock.instant())) {
            outbox.announce(AutopayNews.disabled(customer, "customer", clock.instant()));
        }
        return of(customer);
    }

    private void agree(Posting.Account account, @Nullable BigDecimal maximum) {
        boolean good = maximum != null && maximum.signum() > 0 && Money.isInRange(maximum);
        boolean saved = saved().of(account.customerId()).isPresent();
        new Validation()
                .require("maximum", maximum)
                .check(maximum == null || good, "maximum", Text.of("payment.amount-above-zero"))
                .check(saved, "enabled", Text.of("autopay.no-card"))
                .done();
        BigDecimal most = Money.of(maximum == null ? BigDecimal.ZERO : maximum, account.currency())
                .amount();
        Instant now = clock.instant();
        rows().agree(account.customerId(), most, now);
        outbox.announce(AutopayNews.enabled(account.customerId(), most, account.currency(), now));
    }

    /** Forgets the caller's saved card; with it autopay is off. */
    public void removeMethod() {
        UUID customer = Callers.current().requireCustomer();
        Posting.hold(Sql.in(database), customer);
        saved().remove(customer, clock.instant());
        if (rows().stop(customer, "removed", clock.instant())) {
            outbox.announce(AutopayNews.disabled(customer, "removed", clock.instant()));
        }
    }

    private Autopay of(UUID customer) {
        String currency = Sql.in(database)
                .first("select currency from customers where id = ?", row -> row.getString(1), customer)
                .orElseThrow(BusinessException::notFound);
        Optional<AutopayRows.Consent> consent = rows().of(customer);
        return new Autopay(
                consent.map(AutopayRows.Consent::enabled).orElse(false),
                consent.map(AutopayRows.Consent::most).orElse(null),
                currency,
                consent.map(AutopayRows.Consent::consentedAt).orElse(null),
                consent.map(AutopayRows.Consent::stopped).orElse(null),
                saved().of(customer).orElse(null));
    }

    private AutopayRows rows() {
        return new AutopayRows(Sql.in(database));
    }

    private SavedRows saved() {
        return new SavedRows(Sql.in(database));
    }
}

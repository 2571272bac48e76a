package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uplink.billing.ledger.control.Invariant;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.Providers;
import uplink.billing.payment.control.YooKassa;
import uplink.shared.Ids;
import uplink.standin.StandInProvider;
import uplink.testing.Patience;
import uplink.testing.Provider;

/** Payments through a stand-in for the payment provider, on the real database. */
abstract class PaymentCases {

    static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    static final String SECRET = "whsec_test";

    final Provider provider = new Provider();
    final StandInProvider bank =
            StandInProvider.start(0, "shop", "key", Optional.empty()).withStripe("sk_test", SECRET, Optional.empty());
    final PaymentProvider road = Patience.by(PaymentProvider.class, bank::mood, this::road);
    final Providers roads = new Providers(List.of(road));
    final Till till = new Till(roads);

    /** By which provider everything goes. */
    PaymentProvider road(Duration patience) {
        return new YooKassa(bank.url(), "shop", "key", patience);
    }

    /** The job takes whatever is due: what other tests left behind would be made here, and counted. */
    @BeforeEach
    void nobodyElseWaits() {
        provider.sql.update("update payments set ask_at = null where ask_at is not null");
    }

    /** A day that another test's register covers proves nothing about payments of this one. */
    @BeforeEach
    void noRegisterWasRead() {
        provider.sql.update("delete from register_days");
        provider.sql.update("delete from register_entries");
    }

    @AfterEach
    void close() throws SQLException {
        till.close();
        bank.close();
    }

    static PayRequest card(String amount, UUID invoice) {
        return new PayRequest(invoice, new BigDecimal(amount), null, PaymentMethod.CARD, null);
    }

    /** An open invoice. */
    UUID invoice(UUID customer, String amount) {
        UUID id = Ids.next();
        provider.sql.update(
                """
                insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date,
                    items, created_at)
                values (?, ?, ?, 'invoice', 'pending', ?, 0, 'RUB', '2026-12-01', '2026-12-20', '[]', now())""",
                id,
                customer,
                "N-" + id,
                new BigDecimal(amount));
        UUID transfer = Ids.next();
        provider.sql.update(
                """
                insert into transactions (id, debit_account, credit_account, amount, type, invoice_id, group_id,
                    effective_on, created_at)
                select ?, ?, a.id, ?, 'invoice', ?, ?, '2026-12-01', now() from ledger_accounts a where a.code = 'revenue'""",
                transfer,
                customer,
                new BigDecimal(amount),
                id,
                transfer);
        provider.sql.update(
                "update customers set balance = balance - ? where id = ?", new BigDecimal(amount), customer);
        return id;
    }

    /** A card payment that has succeeded. */
    UUID paid(UUID customer, String amount) {
        UUID payment = till.pay(customer, card(amount, null), UUID.randomUUID().toString())
                .id();
        bank.pay(externalId(payment));
        itIsTime(payment);
        till.runJob();
        while (!status(payment).equals("succeeded")) {
            till.settle(payment);
        }
        return payment;
    }

    /** The provider's id. */
    String externalId(UUID payment) {
        return provider.sql
                .first(
                        "select external_id from payments where id = ?",
                        row -> String.valueOf(row.getString(1)),
                        payment)
                .orElseThrow();
    }

    /** As if the next time to ask had come. */
    void itIsTime(UUID payment) {
        provider.sql.update("update payments set ask_at = clock_timestamp() where id = ?", payment);
    }

    String status(UUID payment) {
        return provider.sql
                .first("select status from payments where id = ?", row -> row.getString(1), payment)
                .orElseThrow();
    }

    /** How many transfers the payment has posted. */
    long transfers(UUID payment) {
        return provider.sql.number("select count(*) from transactions where payment_id = ?", payment);
    }

    List<String> events(UUID payment) {
        return provider.sql.list(
                "select type from outbox where subject = ? order by id", row -> row.getString(1), payment.toString());
    }

    /** The nightly check finds nothing wrong with a customer, but for what the short ways of these tests leave out. */
    void assertSound(UUID customer) {
        for (Invariant invariant : Invariant.values()) {
            List<String> broken = invariant.check(provider.sql).stream()
                    .filter(finding -> customer.equals(finding.customerId()))
                    // outside the container nobody announces who is acting
                    .filter(finding -> !finding.invariant().equals("changes-are-audited"))
                    .map(Object::toString)
                    .filter(finding -> !finding.contains("invoice-equals-"))
                    .filter(finding -> !finding.contains("payment-has-one-transfer") || finding.contains("succeeded"))
                    .toList();
            assertEquals(List.of(), broken, invariant.code());
        }
    }
}

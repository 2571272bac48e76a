package uplink.billing.payment.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.ledger.control.Posting;
import uplink.billing.payment.control.FromCredit;
import uplink.billing.payment.control.Order;
import uplink.billing.payment.control.OrderRows;
import uplink.billing.payment.control.SumRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Callers;
import uplink.shared.FaultPoint;
import uplink.shared.Money;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Validation;

/** Invoices settled with credit that is already on the account. */
@Stateless
@Allowed(Permission.SELF_WRITE)
public class BalancePayments {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /**
     * Settles the named invoice, else the oldest, with that much of the caller's credit; under one key once. {@code
     * insufficient-funds} when less than that is there; {@code validation} when less than that is owed.
     */
    public PaymentStarted pay(PayRequest wanted, String key) {
        Sql sql = Sql.in(database);
        UUID customer = Callers.current().requireCustomer();
        Posting.Account account = Posting.hold(sql, customer);
        UUID payment = new OrderRows(sql)
                .underKey(customer, key)
                .map(Order::id)
                .orElseGet(() -> book(sql, wanted, key, account));
        outbox.wakeRelay();
        FaultPoint.at("balance-before-commit");
        return new PaymentStarted(payment, PaymentStatus.SUCCEEDED, null);
    }

    private UUID book(Sql sql, PayRequest wanted, String key, Posting.Account account) {
        Validation validation = new Validation();
        SumRules.check(validation, wanted.amount(), wanted.currency(), account);
        validation.done();
        SumRules.requireInvoice(sql, wanted.invoiceId(), account.customerId());
        return new FromCredit(
                        account.customerId(),
                        Money.of(wanted.amount(), account.currency()),
                        wanted.invoiceId(),
                        key,
                        Callers.current().userId())
                .book(sql, clock.instant());
    }
}

package uplink.billing.payment.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.payment.control.PaymentRows;
import uplink.billing.payment.control.Receipt;
import uplink.billing.payment.control.SumRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.FaultPoint;
import uplink.shared.Money;
import uplink.shared.Outbox;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Validation;

/** Payments: taken at the cash desk, and looked up. */
@Stateless
@Allowed(Permission.PAYMENT_READ)
public class Payments {

    private static final int LONGEST_COMMENT = 500;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /**
     * Takes cash: confirmed at once, credited to the customer, allocated to the named invoice and then to the oldest.
     * {@code validation} for a bad amount; {@code not-found} for the customer or an invoice of somebody else.
     */
    @Allowed(Permission.PAYMENT_WRITE)
    public Payment take(CashPayment cash) {
        new Validation().require("customerId", cash.customerId()).done();
        // one connection for all statements: to be given the transaction's own costs more than to send a statement
        return Sql.in(database).with(connection -> take(Sql.on(connection), cash));
    }

    private Payment take(Sql sql, CashPayment cash) {
        Posting.Account account = Posting.hold(sql, cash.customerId());
        String comment = check(sql, cash, account);
        Receipt.Booked booked = new Receipt(
                        cash.customerId(),
                        Money.of(cash.amount(), account.currency()).amount(),
                        account.currency(),
                        PaymentMethod.CASH,
                        "cash",
                        HouseAccount.CASH,
                        cash.invoiceId(),
                        comment,
                        Callers.current().userId())
                .book(sql, clock.today(), clock.instant());
        outbox.wakeRelay();
        FaultPoint.at("cash-before-commit");
        return new PaymentRows(sql).booked(booked);
    }

    /** Any payment; {@code not-found}. */
    public Payment get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** The calls to its provider about a payment, oldest first; {@code not-found}. */
    public List<PaymentAttempt> listAttempts(UUID id) {
        get(id);
        return rows().attempts(id);
    }

    /** All payments, newest first. */
    public Page<Payment> page(PageRequest page) {
        return page(null, page);
    }

    /** A slice for the console. */
    public List<Payment> list(PaymentQuery query) {
        return rows().list(query);
    }

    /** How many payments the query has in all. */
    public long count(PaymentQuery query) {
        return rows().count(query);
    }

    /** The caller's payments, newest first. */
    @Allowed(Permission.SELF_READ)
    public Page<Payment> own(PageRequest page) {
        return page(Callers.current().requireCustomer(), page);
    }

    /** One of the caller's payments; {@code not-found}. */
    @Allowed(Permission.SELF_READ)
    public Payment own(UUID id) {
        UUID customer = Callers.current().requireCustomer();
        return rows().one(id)
                .filter(payment -> payment.customerId().equals(customer))
                .orElseThrow(BusinessException::notFound);
    }

    private Page<Payment> page(@Nullable UUID customer, PageRequest page) {
        return Page.of(rows().before(customer, page.before(), page.limit() + 1), page.limit(), payment -> payment.id()
                .toString());
    }

    private static @Nullable String check(Sql sql, CashPayment cash, Posting.Account account) {
        Validation validation = new Validation();
        SumRules.check(validation, cash.amount(), cash.currency(), account);
        String comment = validation.optional("comment", cash.comment(), LONGEST_COMMENT);
        validation.done();
        SumRules.requireInvoice(sql, cash.invoiceId(), cash.customerId());
        return comment;
    }

    private PaymentRows rows() {
        return new PaymentRows(Sql.in(database));
    }
}

package uplink.billing.payment.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.payment.control.Asking;
import uplink.billing.payment.control.Due;
import uplink.billing.payment.control.Order;
import uplink.billing.payment.control.OrderRows;
import uplink.billing.payment.control.PaymentCourse;
import uplink.billing.payment.control.PaymentNews;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.ProviderAnswer;
import uplink.billing.payment.control.Receipt;
import uplink.billing.payment.control.ReturnAddress;
import uplink.billing.payment.control.SavedCard;
import uplink.billing.payment.control.SavedRows;
import uplink.billing.payment.control.SumRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.FaultPoint;
import uplink.shared.Ids;
import uplink.shared.Money;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;
import uplink.shared.jobs.JobWanted;

/**
 * What is written down about payments through providers; each method is a database transaction, and none of them calls a
 * provider (see {@link Settling}).
 */
@Stateless
@Allowed(Permission.SYSTEM)
public class PaymentBook {

    /** Asks providers what they have given or taken back. */
    public static final String RETURNS_JOB = "refunds";

    private static final ReturnAddress RETURN = ReturnAddress.configured();

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private Event<JobWanted> jobs;

    /**
     * Writes down what the caller wants to pay, or finds what was written down under the same key. {@code validation};
     * {@code not-found} for an invoice of somebody else.
     */
    @Allowed(Permission.SELF_WRITE)
    public UUID open(PayRequest wanted, String provider, String key) {
        Sql sql = Sql.in(database);
        UUID customer = Callers.current().requireCustomer();
        Posting.Account account = Posting.hold(sql, customer);
        return rows().underKey(customer, key).map(Order::id).orElseGet(() -> {
            Validation validation = new Validation();
            SumRules.check(validation, wanted.amount(), wanted.currency(), account);
            validation.check(
                    !Boolean.TRUE.equals(wanted.saveMethod()) || wanted.method() == PaymentMethod.CARD,
                    "saveMethod",
                    Text.of("payment.only-cards-are-saved"));
            validation.done();
            SumRules.requireInvoice(sql, wanted.invoiceId(), customer);
            return create(wanted, provider, key, account);
        });
    }

    private UUID create(PayRequest wanted, String provider, String key, Posting.Account account) {
        UUID id = Ids.next();
        BigDecimal amount = Money.of(wanted.amount(), account.currency()).amount();
        Order order = new Order(
                id,
                account.customerId(),
                wanted.invoiceId(),
                amount,
                account.currency(),
                wanted.method(),
                provider,
                PaymentStatus.CREATED,
                null,
                null,
                RETURN.of(wanted.returnUrl(), id),
                null,
                "",
                Boolean.TRUE.equals(wanted.saveMethod()),
                null);
        Instant now = clock.instant();
        rows().open(order, key, Callers.current().userId(), now);
        outbox.announce(PaymentNews.created(order, now));
        return id;
    }

    /**
     * Writes down what is collected from a saved card. Empty when it was collected on that day, or is being collected. The
     * customer is locked by the caller.
     */
    public Optional<UUID> collect(Collection wanted, String currency) {
        Instant now = clock.instant();
        OrderRows rows = rows();
        Optional<UUID> payment = rows.collect(Ids.next(), wanted, currency, now);
        payment.flatMap(rows::one).ifPresent(order -> outbox.announce(PaymentNews.created(order, now)));
        jobs.fire(new JobWanted(PaymentJob.NAME));
        return payment;
    }

    /** Payments about which their provider is to be asked now, the longest due first, without those of some providers. */
    public List<Due> due(int atMost, Set<String> without) {
        return rows().due(atMost, without);
    }

    /**
     * Writes down that the provider is called now. Empty when there is nothing to call for: it is settled, or given up
     * because the provider never knew it and a repeated call would be a new one.
     */
    public Optional<Asking> begin(UUID payment) {
        OrderRows rows = rows();
        Order order = rows.lock(payment).orElseThrow();
        if (order.status() == PaymentStatus.SUCCEEDED) {
            return Optional.empty();
        }
        if (rows.isWithoutCard(order) || rows.isForgotten(order)) {
            leave(rows, order);
            return Optional.empty();
        }
        return Optional.of(rows.attempt(order));
    }

    /**
     * Nothing can be found out by calling once more. What the provider's register has is asked about; what a register that
     * was read to its end does not have, the provider never knew. Until then a card is not charged again, and nobody says
     * that it was not charged.
     */
    private void leave(OrderRows rows, Order order) {
        Optional<String> registered = rows.registered(order);
        if (registered.isPresent()) {
            rows.hint(order, registered.get());
        } else if (order.method() != PaymentMethod.AUTOPAY || rows.isRegisterRead(order)) {
            giveUp(order, "the provider never knew it");
        } else if (rows.isUntouched(order)) {
            giveUp(order, "the card was removed");
        } else {
            rows.later(order);
        }
    }

    private void giveUp(Order order, String why) {
        ProviderAnswer never = ProviderAnswer.refused(why);
        rows().move(order, PaymentCourse.after(order.status(), PaymentStatus.FAILED), never, null);
        if (!PaymentCourse.isEnded(order.status())) {
            outbox.announce(PaymentNews.failed(order, PaymentStatus.FAILED, clock.instant()));
        }
    }

    /**
     * Writes down what the provider said. When it is that the money is there: in the same transaction it is posted,
     * allocated and announced, once, however often that is told.
     */
    public void record(Asking asking, ProviderAnswer said) {
        Sql sql = Sql.in(database);
        OrderRows rows = rows();
        // the customer first, as everywhere
        Posting.hold(sql, asking.order().customerId());
        Order order = rows.lock(asking.order().id()).orElseThrow();
        ProviderAnswer answer = asking.judge(said);
        PaymentStatus next = PaymentCourse.after(order.status(), answer.told());
        boolean arrived = next == PaymentStatus.SUCCEEDED && order.status() != next;
        rows.end(asking, answer);
        rows.move(order, next, answer, arrived ? clock.instant() : null);
        if (order.hint() != null && order.hint().equals(asking.asks()) && answer.externalId() == null) {
            rows.forgetHint(order);
        }
        if (arrived) {
            receipt(order, answer).post(sql, order.id(), clock.today(), clock.instant());
            keepCard(sql, order, answer.saved());
        } else if (next != order.status() && PaymentCourse.isEnded(next)) {
            outbox.announce(PaymentNews.failed(order, next, clock.instant()));
        }
        outbox.wakeRelay();
        FaultPoint.at("payment-before-commit");
    }

    private void keepCard(Sql sql, Order order, @Nullable SavedCard card) {
        if (order.saves() && card != null) {
            new SavedRows(sql).keep(order.customerId(), order.provider(), card, clock.instant());
        }
    }

    /** There may be news about a payment: whoever says so, the provider is asked. A stranger's id changes nothing. */
    public void notified(String provider, PaymentProvider.Notification notification) {
        if (notification.ofReturn()) {
            if (rows().returned(provider, notification.externalId())) {
                jobs.fire(new JobWanted(RETURNS_JOB));
            }
        } else if (rows().notified(provider, notification)) {
            jobs.fire(new JobWanted(PaymentJob.NAME));
        }
    }

    /**
     * Money that the provider has and that belongs to a customer, although nobody here ever asked for it: posted and
     * allocated like every payment, once: repeated, it answers what was booked. {@code invalid-state} when it is booked for
     * somebody else, or as something else.
     *
     * @param told the provider's own answer about it, which says that it has arrived
     */
    @Allowed(Permission.PAYMENT_RECONCILE)
    public UUID adopt(UUID customer, String provider, ProviderAnswer told) {
        Sql sql = Sql.in(database);
        Posting.Account account = Posting.hold(sql, customer);
        BigDecimal amount = Objects.requireNonNull(told.amount());
        Optional<UUID> before = rows().adopted(customer, provider, told);
        if (before.isPresent()) {
            return before.get();
        }
        if (!account.currency().equals(told.currency())
                || rows().isKnown(provider, String.valueOf(told.externalId()))) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("payment.not-to-be-adopted"));
        }
        UUID id = Ids.next();
        rows().adopt(id, customer, provider, told, Callers.current().userId(), clock.instant());
        new Receipt(
                        customer,
                        amount,
                        account.currency(),
                        PaymentMethod.CARD,
                        provider,
                        HouseAccount.clearing(provider),
                        null,
                        null,
                        Callers.current().userId())
                .post(sql, id, clock.today(), clock.instant());
        outbox.wakeRelay();
        return id;
    }

    /** Where a payment stands. */
    public PaymentStarted standing(UUID payment) {
        Order order = rows().one(payment).orElseThrow();
        return new PaymentStarted(order.id(), order.status(), order.confirmationUrl());
    }

    private static Receipt receipt(Order order, ProviderAnswer answer) {
        BigDecimal captured = answer.captured(order.amount());
        return new Receipt(
                order.customerId(),
                captured == null ? order.amount() : captured,
                order.currency(),
                order.method(),
                order.provider(),
                HouseAccount.clearing(order.provider()),
                order.invoiceId(),
                null,
                null);
    }

    private OrderRows rows() {
        return new OrderRows(Sql.in(database));
    }
}

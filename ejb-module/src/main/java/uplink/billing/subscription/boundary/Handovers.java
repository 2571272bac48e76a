package uplink.billing.subscription.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.subscription.control.Carried;
import uplink.billing.subscription.control.HandoverRows;
import uplink.billing.subscription.control.HandoverRules;
import uplink.billing.subscription.control.TakeOver;
import uplink.billing.subscription.control.TerminationRows;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.NewContract;
import uplink.customer.boundary.NewCustomer;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Contracts go to other customers: the old one ends on the day before, and the same services begin under a new contract of
 * the other customer, with their prices, discounts and plans; rents of devices end, until the devices are issued to the
 * other customer. What is charged up to that day, debt and credit stay with whoever had the contract; the bill run of the
 * day gives back and charges.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
public class Handovers {

    private static final int LONGEST = 500;

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private Contracts contracts;

    @Inject
    private Customers customers;

    /**
     * Hands a contract over. Refusals: {@code not-found}; {@code validation}; {@code conflict} when the new number is taken;
     * {@code invalid-state} when the contract ends or is asked to end, one of its services rests on that day, or the other
     * customer cannot have one of its tariffs.
     */
    public Handover handOver(UUID contract, HandoverWish wish) {
        Validation validation = new Validation();
        String reason = validation.text("reason", wish.reason(), LONGEST);
        HandoverRules.check(validation, wish, clock.today());
        TerminationRows.Owner owner = owner(contract);
        UUID taker = wish.customerId();
        rows().lock(owner.customer(), taker);
        HandoverRules.refuseSame(owner.customer(), taker);
        ends().refuseEnding(owner(contract), contract);
        LocalDate on = wish.on();
        TakeOver takeOver = new TakeOver(entities, database, clock, outbox);
        List<Carried> services = takeOver.carried(contract, on);
        NewContract terms = rows().terms(contract, wish.number(), on);
        contracts.terminate(contract, null, on);
        HandoverRows.Under next = under(wish, terms);
        takeOver.begin(services, next);
        UUID id = Ids.next();
        rows().add(
                        id,
                        contract,
                        owner.customer(),
                        next,
                        on,
                        reason,
                        Callers.current().userId(),
                        clock.instant());
        return announced("customer.contract.handed-over", id);
    }

    private HandoverRows.Under under(HandoverWish wish, NewContract terms) {
        UUID taker = wish.customerId();
        if (taker != null) {
            return new HandoverRows.Under(taker, contracts.open(taker, terms).id());
        }
        CustomerDetail registered = registered(HandoverRules.with(wish, terms));
        return new HandoverRows.Under(
                registered.id(), registered.contracts().get(0).id());
    }

    private CustomerDetail registered(NewCustomer somebody) {
        try {
            return customers.register(somebody);
        } catch (BusinessException refused) {
            throw HandoverRules.ofWish(refused);
        }
    }

    private Handover announced(String type, UUID id) {
        Handover handover = rows().one(id).orElseThrow();
        outbox.announce(Event.of(
                type,
                "/billing",
                handover.contractId(),
                Map.of(
                        "handoverId",
                        id,
                        "contractId",
                        handover.contractId(),
                        "customerId",
                        handover.customerId(),
                        "newContractId",
                        handover.newContractId(),
                        "newCustomerId",
                        handover.newCustomerId(),
                        "on",
                        handover.on().toString()),
                clock.instant()));
        return handover;
    }

    /** The last one of a contract that was to leave its customer; empty: there was none. */
    @Allowed(Permission.CUSTOMER_READ)
    public Optional<Handover> ofContract(UUID contract) {
        owner(contract);
        return rows().ofContract(contract);
    }

    /** By which a contract came to its customer; empty: by none. */
    @Allowed(Permission.CUSTOMER_READ)
    public Optional<Handover> ofNewContract(UUID contract) {
        return rows().ofNewContract(contract);
    }

    /**
     * Takes it back before its day: the contract and its services go on, and the new contract ends before it began.
     * Refusals: {@code not-found}; {@code validation}; {@code invalid-state} when nothing is to be handed over, or the day
     * has come.
     */
    public Handover revoke(UUID contract, String answer) {
        Validation validation = new Validation();
        String why = validation.text("answer", answer, LONGEST);
        validation.done();
        Handover agreed = ofContract(contract)
                .filter(handover -> handover.status() == HandoverStatus.AGREED)
                .orElseThrow(Handovers::nothingAgreed);
        rows().lock(agreed.customerId(), agreed.newCustomerId());
        HandoverRules.refuseHappened(agreed.on(), clock.today());
        if (!rows().withdraw(agreed.id(), why, Callers.current().userId(), clock.instant())) {
            throw nothingAgreed();
        }
        contracts.goOn(contract, null);
        contracts.terminate(agreed.newContractId(), null, agreed.on());
        return announced("customer.contract.handover-withdrawn", agreed.id());
    }

    private static BusinessException nothingAgreed() {
        return new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.handover.none"));
    }

    private TerminationRows.Owner owner(UUID contract) {
        return ends().owner(contract).orElseThrow(BusinessException::notFound);
    }

    private TerminationRows ends() {
        return new TerminationRows(database);
    }

    private HandoverRows rows() {
        return new HandoverRows(database);
    }
}

package uplink.billing.subscription.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.Posting;
import uplink.billing.subscription.control.Recorder;
import uplink.billing.subscription.control.RelocationRows;
import uplink.billing.subscription.control.RelocationRows.Planned;
import uplink.billing.subscription.control.TerminationRows;
import uplink.customer.boundary.AddressDetail;
import uplink.customer.boundary.Contracts;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Contracts move to other addresses, from a day on: where a contract was served on any day stays known. What it costs is a
 * fee of the price list, charged by the bill run of that day. To correct an address is no move: that is a change of the
 * contract.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
public class Relocations {

    private static final int LONGEST = 500;
    private static final int LATEST = 365;
    private static final int AT_ONCE = 500;

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
    private Subscriptions subscriptions;

    /**
     * Moves a contract. Refusals: {@code not-found}; {@code validation}; {@code invalid-state} when the contract ends, moves
     * already, or has no service that could be charged a fee.
     */
    public Relocation relocate(UUID contract, RelocationWish wish) {
        Validation validation = new Validation();
        String reason = validation.optional("reason", wish.reason(), LONGEST);
        LocalDate on = wish.on();
        LocalDate today = clock.today();
        validation
                .require("on", on)
                .require("address", wish.address())
                .check(
                        on == null || (!on.isBefore(today) && !on.isAfter(today.plusDays(LATEST))),
                        "on",
                        Text.of("subscription.termination.days", today, today.plusDays(LATEST)))
                .done();
        Posting.hold(Sql.in(database), owner(contract).customer());
        refuseEnding(contract);
        AddressDetail place = contracts.place(contract, wish.address());
        Planned move = charged(contract, wish, place);
        boolean now = !on.isAfter(today);
        rows().add(
                        move,
                        now ? RelocationStatus.DONE : RelocationStatus.PLANNED,
                        reason,
                        Callers.current().userId(),
                        clock.instant());
        if (now) {
            arrive(move);
        }
        return rows().one(move.id()).orElseThrow();
    }

    private void refuseEnding(UUID contract) {
        LocalDate closed = owner(contract).closedOn();
        if (closed != null) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.contract.ended", closed));
        }
        rows().planned(contract).ifPresent(planned -> {
            throw new BusinessException(
                    ProblemType.INVALID_STATE, Text.of("subscription.relocation.planned", planned.on()));
        });
    }

    private Planned charged(UUID contract, RelocationWish wish, AddressDetail to) {
        UUID service = null;
        UUID event = null;
        if (wish.feeId() != null) {
            service = rows().charged(contract, wish.on())
                    .orElseThrow(() -> new BusinessException(
                            ProblemType.INVALID_STATE, Text.of("subscription.relocation.no-service", wish.on())));
            event = subscriptions
                    .addFee(service, new NewFeeCharge(wish.on(), wish.feeId(), null, null, null))
                    .id();
        }
        return new Planned(Ids.next(), contract, owner(contract).customer(), to.id(), wish.on(), service, event);
    }

    private void arrive(Planned move) {
        contracts.serveAt(move.contract(), move.to(), move.on());
        outbox.announce(Event.of(
                "customer.contract.moved",
                "/billing",
                move.contract(),
                Map.of(
                        "relocationId", move.id(),
                        "contractId", move.contract(),
                        "customerId", move.customer(),
                        "addressId", move.to(),
                        "on", move.on().toString()),
                clock.instant()));
    }

    /**
     * Takes a move back before its day, and its fee with it. Refusals: {@code not-found}; {@code validation}; {@code
     * invalid-state} when none is planned.
     */
    public Relocation revoke(UUID contract, String answer) {
        Validation validation = new Validation();
        String why = validation.text("answer", answer, LONGEST);
        validation.done();
        Posting.hold(Sql.in(database), owner(contract).customer());
        Planned move = rows().planned(contract)
                .filter(planned -> planned.on().isAfter(clock.today()))
                .orElseThrow(() ->
                        new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.relocation.none")));
        rows().end(move.id(), RelocationStatus.WITHDRAWN, why);
        withdrawFee(move);
        return rows().one(move.id()).orElseThrow();
    }

    private void withdrawFee(Planned move) {
        UUID service = move.subscription();
        UUID fee = move.fee();
        if (service != null && fee != null) {
            Recorder recorder = new Recorder(entities, database, clock, outbox);
            recorder.takeBack(recorder.lockAlone(service), fee);
        }
    }

    /** The moves of a contract, the last day first; {@code not-found}. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<Relocation> ofContract(UUID contract) {
        owner(contract);
        return rows().ofContract(contract);
    }

    /** Where a contract is served on a day, past or to come; today when none is named. {@code not-found}. */
    @Allowed(Permission.CUSTOMER_READ)
    public AddressOn ofDay(UUID contract, @Nullable LocalDate on) {
        return rows().on(contract, on == null ? clock.today() : on).orElseThrow(BusinessException::notFound);
    }

    /**
     * Lets some moves whose day has come happen, and takes back the fees of those that do not. The customers are locked in the
     * order of their ids, as everywhere. Answers how many were due; 0: all are done.
     */
    @Allowed(Permission.SYSTEM)
    public int settle() {
        List<Planned> due = rows().due(clock.today(), AT_ONCE);
        due.stream().sorted(Comparator.comparing(Planned::customer)).forEach(this::settle);
        return due.size();
    }

    private void settle(Planned move) {
        Posting.hold(Sql.in(database), move.customer());
        LocalDate closed = owner(move.contract()).closedOn();
        boolean left = closed != null && !closed.isAfter(move.on());
        if (!rows().end(move.id(), left ? RelocationStatus.LAPSED : RelocationStatus.DONE, null)) {
            return; // another node has been here
        }
        if (left) {
            withdrawFee(move);
        } else {
            arrive(move);
        }
    }

    private TerminationRows.Owner owner(UUID contract) {
        return new TerminationRows(database).owner(contract).orElseThrow(BusinessException::notFound);
    }

    private RelocationRows rows() {
        return new RelocationRows(database);
    }
}

package uplink.billing.subscription.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.Posting;
import uplink.billing.subscription.control.TerminationRows;
import uplink.customer.boundary.Contracts;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * The end of contracts: asked for by customers, decided by staff, taken back before its day. The final bill is the bill
 * run's of that day: what was paid beyond it comes back as a credit note, what is charged in arrears is charged.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
public class Terminations {

    private static final int LONGEST = 500;
    private static final int LATEST = 365;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Contracts contracts;

    /**
     * The customer who asks wants a contract to end, tomorrow at the earliest. Refusals: {@code not-found},
     * {@code validation}, {@code invalid-state} when its end is named or asked for already.
     */
    @Allowed(Permission.SELF_WRITE)
    public Termination request(UUID contract, TerminationWish wish) {
        UUID customer = Callers.current().requireCustomer();
        Validation validation = new Validation();
        String reason = validation.text("reason", wish.reason(), LONGEST);
        checkOn(validation, wish.on(), clock.today().plusDays(1));
        Posting.hold(Sql.in(database), customer);
        rows().refuseEnding(own(contract, customer), contract);
        UUID id = Ids.next();
        rows().add(
                        id,
                        contract,
                        customer,
                        wish.on(),
                        TerminationStatus.REQUESTED,
                        reason,
                        null,
                        true,
                        Callers.current().userId(),
                        clock.instant());
        return get(id);
    }

    /** What the customer who asks has asked for last. Refusals: {@code not-found}. */
    @Allowed(Permission.SELF_READ)
    public Optional<Termination> own(UUID contract) {
        own(contract, Callers.current().requireCustomer());
        return rows().ofContract(contract);
    }

    /** The customer who asks takes it back while it is not decided. Refusals: {@code not-found}, {@code invalid-state}. */
    @Allowed(Permission.SELF_WRITE)
    public Termination takeBack(UUID contract) {
        UUID customer = Callers.current().requireCustomer();
        Posting.hold(Sql.in(database), customer);
        own(contract, customer);
        Termination open = rows().ofContract(contract)
                .orElseThrow(() ->
                        new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.termination.none")));
        decide(open.id(), TerminationStatus.REQUESTED, TerminationStatus.WITHDRAWN, null, null);
        return get(open.id());
    }

    /** Newest first. */
    @Allowed(Permission.CUSTOMER_READ)
    public Page<Termination> page(@Nullable TerminationStatus status, PageRequest page) {
        return Page.of(rows().list(status, page.before(), page.limit() + 1, 0), page.limit(), row -> row.id()
                .toString());
    }

    /** A slice for the console, newest first. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<Termination> list(@Nullable TerminationStatus status, int first, int size) {
        return rows().list(status, null, size, first);
    }

    @Allowed(Permission.CUSTOMER_READ)
    public long count(@Nullable TerminationStatus status) {
        return rows().count(status);
    }

    /** Refusals: {@code not-found}. */
    @Allowed(Permission.CUSTOMER_READ)
    public Termination get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** The one that is asked for or agreed on, else the last one. */
    @Allowed(Permission.CUSTOMER_READ)
    public Optional<Termination> ofContract(UUID contract) {
        return rows().ofContract(contract);
    }

    /**
     * Agrees: the contract ends on the day that was asked for. Refusals: {@code not-found}, {@code invalid-state} when it
     * is decided, or the contract ends already.
     *
     * @param equipment what is still to be given back
     */
    public Termination agree(UUID id, @Nullable String equipment) {
        Validation validation = new Validation();
        String things = validation.optional("equipment", equipment, LONGEST);
        validation.done();
        Termination asked = get(id);
        Posting.hold(Sql.in(database), asked.customerId());
        decide(id, TerminationStatus.REQUESTED, TerminationStatus.AGREED, things, null);
        contracts.terminate(asked.contractId(), null, asked.on());
        return get(id);
    }

    /** Refuses with the reason that the customer reads. Refusals: {@code not-found}, {@code invalid-state}. */
    public Termination refuse(UUID id, String answer) {
        Validation validation = new Validation();
        String why = validation.text("answer", answer, LONGEST);
        validation.done();
        Posting.hold(Sql.in(database), get(id).customerId());
        decide(id, TerminationStatus.REQUESTED, TerminationStatus.REFUSED, null, why);
        return get(id);
    }

    /** Ends a contract on a day without having been asked; takes the place of what was. Refusals as of {@link Contracts}. */
    public Termination end(UUID contract, TerminationWish wish, @Nullable String equipment) {
        Validation validation = new Validation();
        String reason = validation.text("reason", wish.reason(), LONGEST);
        String things = validation.optional("equipment", equipment, LONGEST);
        validation.require("on", wish.on()).done();
        TerminationRows.Owner owner = rows().owner(contract).orElseThrow(BusinessException::notFound);
        Posting.hold(Sql.in(database), owner.customer());
        rows().refuseEnding(owner, contract);
        UUID id = Ids.next();
        rows().add(
                        id,
                        contract,
                        owner.customer(),
                        wish.on(),
                        TerminationStatus.AGREED,
                        reason,
                        things,
                        false,
                        Callers.current().userId(),
                        clock.instant());
        contracts.terminate(contract, null, wish.on());
        return get(id);
    }

    /**
     * Takes an agreed end back before its day: the contract and its services go on. Refusals: {@code not-found},
     * {@code invalid-state} when it was not agreed, or its day has come.
     */
    public Termination revoke(UUID id, String answer) {
        Validation validation = new Validation();
        String why = validation.text("answer", answer, LONGEST);
        validation.done();
        Termination agreed = get(id);
        Posting.hold(Sql.in(database), agreed.customerId());
        decide(id, TerminationStatus.AGREED, TerminationStatus.WITHDRAWN, null, why);
        contracts.goOn(agreed.contractId(), null);
        return get(id);
    }

    private void decide(
            UUID id,
            TerminationStatus from,
            TerminationStatus to,
            @Nullable String equipment,
            @Nullable String answer) {
        if (!rows().decide(id, from, to, equipment, answer, Callers.current().userId(), clock.instant())) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.termination.decided"));
        }
    }

    private void checkOn(Validation validation, @Nullable LocalDate on, LocalDate earliest) {
        LocalDate latest = clock.today().plusDays(LATEST);
        validation
                .require("on", on)
                .check(
                        on == null || (!on.isBefore(earliest) && !on.isAfter(latest)),
                        "on",
                        Text.of("subscription.termination.days", earliest, latest))
                .done();
    }

    private TerminationRows.Owner own(UUID contract, UUID customer) {
        return rows().owner(contract)
                .filter(owner -> owner.customer().equals(customer))
                .orElseThrow(BusinessException::notFound);
    }

    private TerminationRows rows() {
        return new TerminationRows(database);
    }
}

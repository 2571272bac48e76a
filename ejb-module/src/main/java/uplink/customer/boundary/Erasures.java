package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.customer.control.ErasureObstacles;
import uplink.customer.control.ErasureRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Outbox;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Trail;
import uplink.shared.Validation;

/**
 * Forgetting a person (Federal Law 152-ФЗ of 27 July 2006, articles 14 and 21): the rows of money stay, and nobody is named
 * in them any more. What is erased where is data (ADR 67).
 */
@Stateless
@Allowed(Permission.CUSTOMER_ERASE)
public class Erasures {

    private static final int LONGEST = 500;
    private static final int LONGEST_BASIS = 300;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private Event<CustomerErased> erased;

    /** What would go, what would stay and why, and what is in the way. Refusals: {@code not-found}. */
    public ErasurePreview of(UUID customer) {
        ErasureRows rows = rows();
        ErasureRows.Person person = rows.person(customer);
        return new ErasurePreview(
                customer,
                person.contractNumber(),
                obstacles().of(customer, clock.today()),
                rows.goes(person),
                rows.rules(),
                rows.latest(customer).orElse(null));
    }

    /**
     * Erases the person: at once, for good, and in one transaction, whoever turned out to be them included. Refusals: {@code not-found}, {@code validation} when the
     * contract number is another one, {@code not-allowed} while something is in the way.
     */
    public Erasure erase(UUID customer, ErasureOrder order) {
        ErasureRows rows = rows();
        List<UUID> all = rows.lockAll(customer);
        ErasureRows.Person person = rows.person(customer);
        Validation validation = new Validation();
        String typed = validation.text("contractNumber", order.contractNumber(), LONGEST_BASIS);
        validation.check(
                typed.isEmpty() || typed.equals(person.contractNumber()),
                "contractNumber",
                Text.of("customer.erasure.number"));
        String basis = validation.words("basis", order.basis(), LONGEST_BASIS);
        validation.done();
        all.forEach(each -> obstacles().refuse(each, clock.today()));
        UUID deed = null;
        for (UUID each : all) {
            deed = erase(rows.person(each), basis, Callers.current().userId());
        }
        return get(Objects.requireNonNull(deed));
    }

    /**
     * Erases a person by a rule of keeping, as {@link #erase} does, and tells whether it did: not while something is in the
     * way. Of the system's own work the trail would know nothing: the deed is written down here.
     *
     * @param basis the grounds that the rule was given
     * @param by who answers for it; null: nobody
     */
    @Allowed(Permission.SYSTEM)
    public boolean expire(UUID customer, String basis, @Nullable UUID by) {
        List<UUID> all = rows().lockAll(customer);
        if (!all.stream().allMatch(each -> obstacles().of(each, clock.today()).isEmpty())) {
            return false;
        }
        for (UUID each : all) {
            UUID deed = erase(rows().person(each), basis, by);
            Trail.note(
                    Sql.in(database),
                    by,
                    each,
                    new Trail.Note("erasure.expire", "erasure", deed.toString(), rows().trail(deed)));
        }
        return true;
    }

    /**
     * Erases an applicant who never became a customer, with what hangs on the application, by a rule of keeping; tells whether
     * it did: not when the application has been taken up again.
     *
     * @param by who answers for it; null: nobody
     */
    @Allowed(Permission.SYSTEM)
    public boolean expireApplicant(UUID application, String basis, @Nullable UUID by) {
        if (!rows().lockRefused(application)) {
            return false;
        }
        CustomerErased gone = new CustomerErased(application, rows().emailsOfApplicant(application));
        UUID deed = rows().eraseApplicant(application, basis, by, clock.instant());
        outbox.announce(uplink.shared.Event.of(
                "customer.application.erased",
                "/customer",
                application,
                Map.of("applicationId", application),
                clock.instant()));
        erased.fire(gone);
        Trail.note(
                Sql.in(database), by, new Trail.Note("erasure.expire", "erasure", deed.toString(), rows().trail(deed)));
        return true;
    }

    private UUID erase(ErasureRows.Person person, String basis, @Nullable UUID by) {
        UUID customer = person.customer();
        CustomerErased gone = new CustomerErased(customer, rows().emails(person));
        UUID deed = rows().erase(person, basis, by, clock.instant());
        outbox.announce(uplink.shared.Event.of(
                "customer.erased", "/customer", customer, Map.of("customerId", customer), clock.instant()));
        erased.fire(gone);
        return deed;
    }

    /** Refuses a customer's wish, with the reason that they read. Refusals: {@code not-found}, {@code invalid-state}. */
    public Erasure refuse(UUID customer, String answer) {
        Validation validation = new Validation();
        String why = validation.words("answer", answer, LONGEST);
        validation.done();
        rows().lock(customer);
        return decide(customer, ErasureStatus.REFUSED, why);
    }

    /** Newest first. */
    public Page<Erasure> page(@Nullable ErasureStatus status, PageRequest page) {
        return Page.of(rows().list(status, page.before(), page.limit() + 1, 0), page.limit(), row -> row.id()
                .toString());
    }

    /** A slice for the console, newest first. */
    public List<Erasure> list(@Nullable ErasureStatus status, int first, int size) {
        return rows().list(status, null, size, first);
    }

    public long count(@Nullable ErasureStatus status) {
        return rows().count(status);
    }

    /** Refusals: {@code not-found}. */
    public Erasure get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** The customer who asks wishes to be forgotten; staff decide. Refusals: {@code invalid-state} when that is asked for. */
    @Allowed(Permission.SELF_WRITE)
    public OwnErasure request(ErasureWish wish) {
        UUID customer = Callers.current().requireCustomer();
        Validation validation = new Validation();
        String reason = validation.optionalWords("reason", wish.reason(), LONGEST);
        validation.done();
        rows().lock(customer);
        if (isOpen(customer)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.erasure.asked"));
        }
        UUID id = rows().ask(customer, reason, Callers.current().userId(), clock.instant());
        return own(get(id));
    }

    /** What the customer who asks has wished last; null: nothing. */
    @Allowed(Permission.SELF_READ)
    public @Nullable OwnErasure own() {
        return rows().latest(Callers.current().requireCustomer())
                .map(Erasures::own)
                .orElse(null);
    }

    /** The customer who asks takes it back while it is not decided. Refusals: {@code invalid-state}. */
    @Allowed(Permission.SELF_WRITE)
    public OwnErasure takeBack() {
        UUID customer = Callers.current().requireCustomer();
        rows().lock(customer);
        return own(decide(customer, ErasureStatus.WITHDRAWN, null));
    }

    private boolean isOpen(UUID customer) {
        return rows().latest(customer)
                .filter(wish -> wish.status() == ErasureStatus.REQUESTED)
                .isPresent();
    }

    private Erasure decide(UUID customer, ErasureStatus status, @Nullable String answer) {
        return rows().decide(customer, status, answer, Callers.current().userId(), clock.instant())
                .map(this::get)
                .orElseThrow(
                        () -> new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.erasure.not-asked")));
    }

    private static OwnErasure own(Erasure wish) {
        return new OwnErasure(wish.id(), wish.status(), wish.reason(), wish.answer(), wish.createdAt());
    }

    private ErasureRows rows() {
        return new ErasureRows(Sql.in(database));
    }

    private ErasureObstacles obstacles() {
        return new ErasureObstacles(Sql.in(database));
    }
}

package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Houses;
import uplink.auth.boundary.OwnContact;
import uplink.customer.control.ContractBook;
import uplink.customer.control.CustomerEdit;
import uplink.customer.control.CustomerLists;
import uplink.customer.control.CustomerRows;
import uplink.customer.control.Details;
import uplink.customer.control.ProfileRows;
import uplink.customer.entity.Customer;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.Validation;

/** The customers. */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class Customers {

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Houses houses;

    @Inject
    private Outbox outbox;

    @Inject
    private OwnContact contact;

    /** Registers a customer with a first contract and an account. Refusals: {@code validation}, {@code conflict}. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public CustomerDetail register(NewCustomer wanted) {
        Validation validation = new Validation();
        CustomerEdit edit = CustomerEdit.of(wanted, validation);
        NewContract contract = wanted.contract();
        ContractBook.Terms terms =
                book().check("contract.", contract == null ? NewContract.plain() : contract, validation);
        validation.done();
        Customer customer = new Customer(
                Ids.next(), edit.kind(), edit.fullName(), terms.number(), Settings.currency(), clock.instant());
        edit.applyTo(customer, clock.instant());
        entities.persist(customer);
        entities.flush();
        edit.keepIn(profiles(), customer.id());
        rows().openAccount(customer.id(), customer.currency(), clock.instant());
        book().open(customer.id(), terms);
        rows().refreshSearch(customer.id());
        outbox.announce(Event.of(
                "customer.registered",
                "/customer",
                customer.id(),
                Map.of("customerId", customer.id(), "contractNumber", terms.number()),
                clock.instant()));
        return detail(customer);
    }

    /** The customer, or whom they turned out to be: then under that one's id. Refusals: {@code not-found}. */
    public CustomerDetail get(UUID id) {
        return detail(load(rows().current(id), null));
    }

    /** As they were when they turned out to be somebody else: where their invoices and payments are. */
    public CustomerDetail getItself(UUID id) {
        return detail(load(id, null));
    }

    /**
     * Changes what is not null.
     *
     * @param version the one the change was made from; null: whatever it is. Refusals: {@code not-found},
     *     {@code stale}, {@code validation}, {@code invalid-state}
     */
    @Allowed(Permission.CUSTOMER_WRITE)
    public CustomerDetail update(UUID id, @Nullable Integer version, CustomerChange change) {
        rows().lock(id);
        Customer customer = load(id, version);
        rows().refuseGone(id);
        Validation validation = new Validation();
        CustomerEdit edit = CustomerEdit.of(customer, change, validation);
        validation.done();
        edit.applyTo(customer, clock.instant());
        if (change.status() == CustomerStatus.CLOSED && customer.status() != CustomerStatus.CLOSED) {
            customer.close(rows().openContracts(id), clock.instant());
        } else if (change.status() == CustomerStatus.ACTIVE && customer.status() == CustomerStatus.CLOSED) {
            customer.reopen(clock.instant());
        }
        if (edit.isBesideTheRow()) {
            entities.lock(customer, LockModeType.PESSIMISTIC_FORCE_INCREMENT); // its own row may be as it was
        }
        entities.flush();
        edit.keepIn(profiles(), id);
        rows().refreshSearch(id);
        return detail(customer);
    }

    /** A page for the console: filtered, sorted and cut in the database. */
    public List<CustomerRow> list(CustomerQuery query) {
        return lists().list(query);
    }

    /** How many the query finds: exact up to 10,000; above that, and for all customers, the planner's estimate. */
    public long count(CustomerQuery query) {
        return lists().count(query);
    }

    /** All that the query finds, for whoever freezes the set. */
    public CustomerSelection ofQuery(CustomerQuery query) {
        return lists().selection(query);
    }

    /** A page for the API, newest first; {@code q} as the query's text, {@code tag} one that they must have. */
    public Page<CustomerRow> page(@Nullable String q, @Nullable String tag, PageRequest page) {
        CustomerQuery query =
                new CustomerQuery(q, null, null, tag, false, CustomerQuery.Sort.CREATED, false, 0, page.limit());
        return Page.of(lists().page(query, page), page.limit(), row -> row.id().toString());
    }

    /** The tags in use, sorted; at most 200. */
    public List<String> listTags() {
        return profiles().tags();
    }

    /** The best hits for a fragment of a name, contract number, phone or address; at least two characters. */
    public List<FoundCustomer> search(String fragment, int limit) {
        return fragment.strip().length() < 2 ? List.of() : lists().search(fragment, Math.max(1, Math.min(limit, 50)));
    }

    /** The customer who asks. */
    @Allowed(Permission.SELF_READ)
    public Profile me() {
        return Details.profile(load(Callers.current().requireCustomer(), null));
    }

    /**
     * The customer who asks changes how to be reached and addressed.
     *
     * @param version the one the change was made from; null: whatever it is
     * @param session the one that asks. Refusals: {@code validation}, {@code stale}, {@code confirmation-required} for an
     *     e-mail long after the sign-in
     */
    @Allowed(Permission.SELF_WRITE)
    public Profile changeMe(ProfileChange change, @Nullable Integer version, UUID session) {
        Customer customer = load(Callers.current().requireCustomer(), version);
        Validation validation = new Validation();
        CustomerChange plain =
                new CustomerChange(null, null, null, change.phone(), change.locale(), null, null, null, null);
        CustomerEdit edit = CustomerEdit.of(customer, plain, validation);
        validation.done();
        edit.applyTo(customer, clock.instant());
        if (change.locale() != null) {
            contact.speak(edit.locale());
        }
        if (change.email() != null) {
            contact.askForEmail(change.email(), session);
        }
        entities.flush();
        rows().refreshSearch(customer.id());
        return Details.profile(customer);
    }

    private Customer load(UUID id, @Nullable Integer version) {
        Customer customer = entities.find(Customer.class, id);
        if (customer == null) {
            throw BusinessException.notFound();
        }
        if (version != null && version != customer.version()) {
            throw BusinessException.stale();
        }
        return customer;
    }

    private CustomerDetail detail(Customer customer) {
        return Details.of(customer, book().ofCustomer(customer.id()), profiles().of(customer.id()));
    }

    private ContractBook book() {
        return new ContractBook(entities, rows(), clock, houses);
    }

    private CustomerRows rows() {
        return new CustomerRows(database);
    }

    private ProfileRows profiles() {
        return new ProfileRows(Sql.in(database));
    }

    private CustomerLists lists() {
        return new CustomerLists(Sql.in(database));
    }
}

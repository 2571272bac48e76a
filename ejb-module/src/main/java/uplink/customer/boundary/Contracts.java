package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Houses;
import uplink.customer.control.ContractBook;
import uplink.customer.control.CustomerRows;
import uplink.customer.control.Fields;
import uplink.customer.entity.Contract;
import uplink.customer.entity.Customer;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Contracts of customers. */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
public class Contracts {

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Houses houses;

    @Inject
    private Event<BillingDayChanged> billingDayChanged;

    @Inject
    private Event<ContractTerminated> terminated;

    @Inject
    private Event<ContractGoesOn> goesOn;

    /** Opens another contract. Refusals: {@code not-found}, {@code validation}, {@code conflict}, {@code invalid-state}. */
    public ContractDetail open(UUID customerId, NewContract wanted) {
        new CustomerRows(database).lock(customerId);
        Customer customer = entities.find(Customer.class, customerId);
        if (customer == null) {
            throw BusinessException.notFound();
        }
        if (customer.status() == CustomerStatus.CLOSED) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.closed"));
        }
        Validation validation = new Validation();
        ContractBook.Terms terms = book().check("", wanted, validation);
        validation.done();
        Contract contract = book().open(customerId, terms);
        refreshSearch(customerId);
        return book().detail(contract);
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code invalid-state} when terminated. */
    public ContractDetail change(UUID id, @Nullable Integer version, ContractChange change) {
        Contract contract = book().lock(id, version);
        Validation validation = new Validation();
        Fields fields = new Fields(validation);
        int day = fields.billingDay("billingDay", change.billingDay());
        NewAddress place = change.address();
        AddressDetail address = place == null ? null : fields.address("address.", place);
        validation.done();
        if (address != null) {
            book().move(contract, address);
        }
        if (change.billingDay() != null && day != contract.billingDay()) {
            LocalDate from = change.from();
            contract.billOn(day, clock.instant());
            entities.flush();
            billingDayChanged.fire(
                    new BillingDayChanged(id, contract.customerId(), day, from == null ? clock.today() : from));
        }
        refreshSearch(contract.customerId());
        return book().detail(contract);
    }

    /**
     * Records an address of a contract's customer; nothing is served there yet. Refusals: {@code not-found}, {@code
     * validation}.
     */
    public AddressDetail place(UUID id, NewAddress wanted) {
        Contract contract = book().lock(id, null);
        Validation validation = new Validation();
        AddressDetail address = new Fields(validation).address("address.", wanted);
        validation.done();
        book().place(contract, address);
        refreshSearch(contract.customerId());
        return address;
    }

    /**
     * Serves a contract at an address of its customer from that day on, today or earlier. Refusals: {@code not-found}, {@code
     * invalid-state} when it had ended by then.
     */
    @Allowed({Permission.CUSTOMER_WRITE, Permission.SYSTEM})
    public void serveAt(UUID id, UUID address, LocalDate on) {
        book().lock(id, null).moveTo(address, on, clock.instant());
        entities.flush();
    }

    /** Ends a contract and the subscriptions under it: that day is the first without them. Refusals as above. */
    public ContractDetail terminate(UUID id, @Nullable Integer version, LocalDate on) {
        Contract contract = book().lock(id, version);
        contract.terminate(on, clock.today(), clock.instant());
        entities.flush();
        terminated.fire(new ContractTerminated(id, contract.customerId(), on));
        return book().detail(contract);
    }

    /**
     * Takes the planned end of a contract back before its day: the subscriptions that were to end with it go on. Refusals:
     * {@code not-found}, {@code stale}, {@code invalid-state} when no end is planned or its day has come.
     */
    public ContractDetail goOn(UUID id, @Nullable Integer version) {
        Contract contract = book().lock(id, version);
        contract.goOn(clock.today(), clock.instant());
        entities.flush();
        goesOn.fire(new ContractGoesOn(id, contract.customerId()));
        return book().detail(contract);
    }

    /** Refusals: {@code not-found}. */
    @Allowed(Permission.CUSTOMER_READ)
    public ContractDetail get(UUID id) {
        return book().detail(book().load(id, null));
    }

    /** The customer's contracts, oldest first. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<ContractDetail> ofCustomer(UUID customerId) {
        return book().ofCustomer(customerId);
    }

    /** The contracts of the customer who asks. */
    @Allowed(Permission.SELF_READ)
    public List<ContractDetail> mine() {
        return book().ofCustomer(Callers.current().requireCustomer());
    }

    /** Closes contracts whose last day has come. Answers how many. */
    @Allowed(Permission.SYSTEM)
    public int settleEnded() {
        return entities.createQuery(
                        """
                        update Contract c set c.status = :terminated, c.version = c.version + 1
                        where c.closedOn <= :today and c.status <> :terminated""")
                .setParameter("terminated", ContractStatus.TERMINATED)
                .setParameter("today", clock.today())
                .executeUpdate();
    }

    private void refreshSearch(UUID customer) {
        entities.flush();
        new CustomerRows(database).refreshSearch(customer);
    }

    private ContractBook book() {
        return new ContractBook(entities, new CustomerRows(database), clock, houses);
    }
}

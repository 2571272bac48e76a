package uplink.customer.control;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Houses;
import uplink.customer.boundary.AddressDetail;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.NewAddress;
import uplink.customer.boundary.NewContract;
import uplink.customer.entity.Address;
import uplink.customer.entity.Contract;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Contracts with their addresses: checked, opened, found. */
public final class ContractBook {

    /** A contract's terms, checked and complete. */
    public record Terms(
            String number,
            LocalDate signedOn,
            int billingDay,
            @Nullable UUID tariffId,
            @Nullable AddressDetail address) {}

    private final EntityManager entities;
    private final CustomerRows rows;
    private final BusinessClock clock;
    private final Houses houses;

    public ContractBook(EntityManager entities, CustomerRows rows, BusinessClock clock, Houses houses) {
        this.entities = entities;
        this.rows = rows;
        this.clock = clock;
        this.houses = houses;
    }

    /**
     * Checks what is wanted. A number is taken from the series only when everything else is right.
     *
     * @param path what stands before the fields' names in errors
     */
    public Terms check(String path, NewContract wanted, Validation validation) {
        Fields fields = new Fields(validation);
        String number = fields.contractNumber(path + "number", wanted.number());
        int day = fields.billingDay(path + "billingDay", wanted.billingDay());
        NewAddress place = wanted.address();
        AddressDetail address = place == null ? null : fields.address(path + "address.", place);
        UUID tariff = wanted.tariffId();
        validation.check(
                tariff == null || rows.isTariff(tariff), path + "tariffId", Text.of("customer.contract.tariff"));
        if (number != null && rows.isContractNumberTaken(number)) {
            throw new BusinessException(ProblemType.CONFLICT, Text.of("customer.contract.number-taken"));
        }
        if (number == null) {
            number = validation.errors().isEmpty() ? rows.nextContractNumber() : "";
        }
        LocalDate signedOn = wanted.signedOn();
        return new Terms(number, signedOn == null ? clock.today() : signedOn, day, tariff, address);
    }

    public Contract open(UUID customer, Terms terms) {
        Contract contract = new Contract(
                Ids.next(), customer, terms.number(), terms.signedOn(), terms.billingDay(), clock.instant());
        contract.agreeOn(terms.tariffId());
        AddressDetail address = terms.address();
        if (address != null) {
            move(contract, address);
        }
        entities.persist(contract);
        entities.flush();
        return contract;
    }

    /** Serves the contract at a new address. */
    public void move(Contract contract, AddressDetail to) {
        place(contract, to);
        contract.serveAt(to.id(), clock.instant());
    }

    /** Records an address of the contract's customer. */
    public void place(Contract contract, AddressDetail address) {
        UUID said = address.placeId();
        UUID house = said == null
                ? houses.find(address.city(), address.street(), address.house()).orElse(null)
                : houses.require(said);
        entities.persist(new Address(contract.customerId(), address.in(house), said != null));
        entities.flush();
    }

    /**
     * A contract whose subscriptions are to follow a change of it. The customer is locked first, as by everybody who
     * changes what a bill run rates: so no subscription starts unseen meanwhile. Refusals as for {@link #load}.
     */
    public Contract lock(UUID id, @Nullable Integer version) {
        rows.lockOwner(id);
        return load(id, version);
    }

    /** Refusals: {@code not-found}, {@code stale}. */
    public Contract load(UUID id, @Nullable Integer version) {
        Contract contract = entities.find(Contract.class, id);
        if (contract == null) {
            throw BusinessException.notFound();
        }
        if (version != null && version != contract.version()) {
            throw BusinessException.stale();
        }
        return contract;
    }

    public ContractDetail detail(Contract contract) {
        entities.flush();
        UUID address = contract.addressId();
        return Details.of(contract, address == null ? null : entities.find(Address.class, address));
    }

    /** Oldest first, with their addresses: one query. */
    public List<ContractDetail> ofCustomer(UUID customer) {
        return entities.createQuery(
                        """
                        select c, a from Contract c left join Address a on a.id = c.addressId
                        where c.customerId = :customer order by c.signedOn, c.id""",
                        Object[].class)
                .setParameter("customer", customer)
                .getResultStream()
                .map(row -> Details.of((Contract) row[0], (Address) row[1]))
                .toList();
    }
}

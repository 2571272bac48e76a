package uplink.customer.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.AddressDetail;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.Profile;
import uplink.customer.entity.Address;
import uplink.customer.entity.Contract;
import uplink.customer.entity.Customer;

/** Entities as records. */
public final class Details {

    private Details() {}

    public static ContractDetail of(Contract contract, @Nullable Address address) {
        AddressDetail place = address == null ? null : address.detail();
        return new ContractDetail(
                contract.id(),
                contract.customerId(),
                contract.number(),
                contract.signedOn(),
                contract.closedOn(),
                contract.billingDay(),
                contract.status(),
                contract.tariffId(),
                place,
                contract.version());
    }

    public static CustomerDetail of(Customer customer, List<ContractDetail> contracts, ProfileRows.Extras extras) {
        return new CustomerDetail(
                customer.id(),
                customer.userId(),
                customer.kind(),
                customer.fullName(),
                customer.inn(),
                customer.contractNumber(),
                customer.email(),
                customer.phone(),
                customer.locale(),
                customer.status(),
                amount(customer.balance(), customer),
                amount(customer.creditLimit(), customer),
                customer.currency(),
                contracts,
                extras.requisites(),
                extras.tags(),
                customer.createdAt(),
                customer.updatedAt(),
                customer.version());
    }

    public static Profile profile(Customer customer) {
        return new Profile(
                customer.id(),
                customer.kind(),
                customer.fullName(),
                customer.contractNumber(),
                customer.email(),
                customer.phone(),
                customer.locale(),
                customer.status(),
                amount(customer.balance(), customer),
                amount(customer.creditLimit(), customer),
                customer.currency(),
                customer.version());
    }

    /** At the scale of the customer's currency, whatever the column's is. */
    private static BigDecimal amount(BigDecimal value, Customer of) {
        int scale = Currency.getInstance(of.currency()).getDefaultFractionDigits();
        return value.setScale(scale, RoundingMode.UNNECESSARY);
    }
}

package uplink.customer.control;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerChange;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.NewCustomer;
import uplink.customer.entity.Customer;
import uplink.shared.Validation;

/** What a customer shall look like: checked, phones normalised, blanks gone. */
public record CustomerEdit(
        CustomerKind kind,
        String fullName,
        @Nullable String inn,
        @Nullable String email,
        @Nullable String phone,
        String locale,
        BigDecimal creditLimit) {

    public static CustomerEdit of(NewCustomer wanted, Validation validation) {
        CustomerKind kind = wanted.kind() == null ? CustomerKind.PERSON : wanted.kind();
        Fields fields = new Fields(validation);
        return new CustomerEdit(
                kind,
                validation.text("fullName", wanted.fullName(), 200),
                fields.inn("inn", wanted.inn(), kind),
                fields.email("email", wanted.email()),
                fields.phone("phone", wanted.phone()),
                fields.locale("locale", wanted.locale()),
                fields.creditLimit("creditLimit", wanted.creditLimit()));
    }

    /** Only what the change names is checked: what was taken over from elsewhere may be older than a rule. */
    public static CustomerEdit of(Customer now, CustomerChange change, Validation validation) {
        Fields fields = new Fields(validation);
        return new CustomerEdit(
                now.kind(),
                change.fullName() == null ? now.fullName() : validation.text("fullName", change.fullName(), 200),
                change.inn() == null ? now.inn() : fields.inn("inn", change.inn(), now.kind()),
                change.email() == null ? now.email() : fields.email("email", change.email()),
                change.phone() == null ? now.phone() : fields.phone("phone", change.phone()),
                change.locale() == null ? now.locale() : fields.locale("locale", change.locale()),
                change.creditLimit() == null
                        ? now.creditLimit()
                        : fields.creditLimit("creditLimit", change.creditLimit()));
    }

    public void applyTo(Customer customer, Instant at) {
        customer.rename(fullName, at);
        customer.taxedAs(inn, at);
        customer.reachableAt(email, phone, at);
        customer.speaks(locale, at);
        customer.trustWith(creditLimit, at);
    }
}

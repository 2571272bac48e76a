package uplink.customer.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerChange;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerRequisites;
import uplink.customer.boundary.NewCustomer;
import uplink.customer.entity.Customer;
import uplink.shared.Validation;

/**
 * What a customer shall look like: checked, phones normalised, blanks gone.
 *
 * @param requisites null: as they are
 * @param tags null: as they are
 */
public record CustomerEdit(
        CustomerKind kind,
        String fullName,
        @Nullable String inn,
        @Nullable String email,
        @Nullable String phone,
        String locale,
        BigDecimal creditLimit,
        @Nullable CustomerRequisites requisites,
        @Nullable List<String> tags) {

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
                fields.creditLimit("creditLimit", wanted.creditLimit()),
                requisites(wanted.requisites(), kind, validation),
                tags(wanted.tags(), validation));
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
                        : fields.creditLimit("creditLimit", change.creditLimit()),
                requisites(change.requisites(), now.kind(), validation),
                tags(change.tags(), validation));
    }

    private static @Nullable CustomerRequisites requisites(
            @Nullable CustomerRequisites wanted, CustomerKind kind, Validation validation) {
        return wanted == null ? null : ProfileRules.checked(wanted, kind, validation);
    }

    private static @Nullable List<String> tags(@Nullable List<String> wanted, Validation validation) {
        return wanted == null ? null : ProfileRules.tags(wanted, validation);
    }

    /** Whether something is changed that is not kept in the customer's own row. */
    public boolean isBesideTheRow() {
        return requisites != null || tags != null;
    }

    /** What is kept beside the customer's own row. */
    public void keepIn(ProfileRows rows, UUID customer) {
        if (requisites != null) {
            rows.keep(customer, requisites);
        }
        if (tags != null) {
            rows.tag(customer, tags);
        }
    }

    public void applyTo(Customer customer, Instant at) {
        customer.rename(fullName, at);
        customer.taxedAs(inn, at);
        customer.reachableAt(email, phone, at);
        customer.speaks(locale, at);
        customer.trustWith(creditLimit, at);
    }
}

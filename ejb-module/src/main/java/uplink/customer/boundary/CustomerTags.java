package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.customer.control.CustomerRows;
import uplink.customer.control.ProfileRows;
import uplink.customer.control.ProfileRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Tags one by one, whatever others there are. Refusals: {@code not-found}, {@code invalid-state} for whom is erased or merged,
 * {@code validation}.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
public class CustomerTags {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** As it is kept; empty when it is none, which the validation then tells about that field. */
    public static String checked(String field, @Nullable String tag, Validation validation) {
        Validation rules = new Validation();
        List<String> tags = ProfileRules.tags(List.of(tag == null ? "" : tag), rules);
        validation.check(rules.errors().isEmpty(), field, Text.of("customer.tag"));
        return tags.get(0);
    }

    /** Tells whether it is new. Refused with {@code validation} when there are as many as can be. */
    public boolean add(UUID customer, String tag) {
        Validation validation = new Validation();
        String one = checked("tag", tag, validation);
        validation.done();
        rows().lockThere(customer);
        List<String> tags = profiles().of(customer).tags();
        if (tags.contains(one)) {
            return false;
        }
        validation
                .check(tags.size() < ProfileRules.MOST_TAGS, "tags", Text.of("customer.tags", ProfileRules.MOST_TAGS))
                .done();
        profiles().addTag(customer, one, clock.instant());
        return true;
    }

    /** Tells whether there was such a one. */
    public boolean remove(UUID customer, String tag) {
        rows().lockThere(customer);
        return profiles().removeTag(customer, ProfileRules.tag(tag), clock.instant());
    }

    private CustomerRows rows() {
        return new CustomerRows(database);
    }

    private ProfileRows profiles() {
        return new ProfileRows(Sql.in(database));
    }
}

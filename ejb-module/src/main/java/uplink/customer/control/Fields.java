package uplink.customer.control;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.AddressDetail;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.NewAddress;
import uplink.shared.Ids;
import uplink.shared.Inn;
import uplink.shared.Money;
import uplink.shared.Phones;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What the fields of a customer, a contract and an address must look like; the same rules for people and files. */
public final class Fields {

    public static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");
    public static final Pattern CONTRACT_NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_-]{0,39}");
    public static final Set<String> LOCALES = Set.of("ru", "en");

    private final Validation validation;

    public Fields(Validation validation) {
        this.validation = validation;
    }

    public @Nullable String inn(String field, @Nullable String value, CustomerKind kind) {
        String inn = validation.optional(field, value, 12);
        boolean company = kind == CustomerKind.COMPANY;
        boolean valid = inn == null || (company ? Inn.isCompanys(inn) : Inn.isPersons(inn));
        validation.check(valid, field, Text.of("customer.inn", company ? "10" : "12"));
        return inn;
    }

    public @Nullable String email(String field, @Nullable String value) {
        String email = validation.optional(field, value, 254);
        validation.check(email == null || EMAIL.matcher(email).matches(), field, Text.of("customer.email"));
        return email;
    }

    public @Nullable String phone(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String phone = Phones.normalized(value).orElse(null);
        validation.check(phone != null, field, Text.of("customer.phone"));
        return phone;
    }

    public String locale(String field, @Nullable String value) {
        String locale = value == null || value.isBlank() ? "ru" : value.strip();
        validation.check(LOCALES.contains(locale), field, Text.of("customer.locale"));
        return locale;
    }

    public BigDecimal creditLimit(String field, @Nullable BigDecimal value) {
        BigDecimal limit = value == null ? BigDecimal.ZERO : value;
        boolean fits = limit.signum() >= 0
                && Money.isInRange(limit)
                && limit.stripTrailingZeros().scale() <= 2;
        validation.check(fits, field, Text.of("customer.credit-limit"));
        return limit;
    }

    public int billingDay(String field, @Nullable Integer value) {
        int day = value == null ? 1 : value;
        validation.check(day >= 1 && day <= 31, field, Text.of("customer.billing-day"));
        return day;
    }

    public @Nullable String contractNumber(String field, @Nullable String value) {
        String number = validation.optional(field, value, 40);
        validation.check(
                number == null || CONTRACT_NUMBER.matcher(number).matches(),
                field,
                Text.of("customer.contract.number"));
        return number;
    }

    /** @param path what stands before the fields' names, for example {@code contract.address.} */
    public AddressDetail address(String path, NewAddress value) {
        String city = validation.text(path + "city", value.city(), 100);
        String street = validation.text(path + "street", value.street(), 200);
        String house = validation.text(path + "house", value.house(), 20);
        String flat = validation.optional(path + "flat", value.flat(), 20);
        UUID id = Ids.next();
        return new AddressDetail(
                id,
                validation.optional(path + "region", value.region(), 100),
                city,
                street,
                house,
                flat,
                validation.optional(path + "entrance", value.entrance(), 20),
                validation.optional(path + "floor", value.floor(), 20),
                validation.optional(path + "note", value.note(), 500),
                value.placeId(),
                AddressDetail.line(city, street, house, flat));
    }
}

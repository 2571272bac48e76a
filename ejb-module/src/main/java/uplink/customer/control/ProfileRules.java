package uplink.customer.control;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerRequisites;
import uplink.shared.BankDigits;
import uplink.shared.Ogrn;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What requisites and tags must look like. */
public final class ProfileRules {

    /** More than that is a text, and belongs into a note. */
    public static final int MOST_TAGS = 10;

    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,29}");
    private static final Pattern KPP = Pattern.compile("[0-9]{4}[0-9A-Z]{2}[0-9]{3}");

    private ProfileRules() {}

    public static CustomerRequisites checked(CustomerRequisites wanted, CustomerKind kind, Validation validation) {
        boolean company = kind == CustomerKind.COMPANY;
        String kpp = validation.optional("requisites.kpp", wanted.kpp(), 9);
        String ogrn = validation.optional("requisites.ogrn", wanted.ogrn(), 15);
        String bic = digits("requisites.bic", wanted.bic(), validation);
        String account = digits("requisites.account", wanted.account(), validation);
        boolean isBic = bic != null && BankDigits.isBic(bic);
        validation
                .check(kpp == null || company, "requisites.kpp", Text.of("customer.requisites.kpp-of-company"))
                .check(kpp == null || KPP.matcher(kpp).matches(), "requisites.kpp", Text.of("customer.requisites.kpp"))
                .check(isOgrn(ogrn, company), "requisites.ogrn", Text.of("customer.requisites.ogrn", company ? 13 : 15))
                .check(bic == null || isBic, "requisites.bic", Text.of("customer.requisites.bic"))
                .check(
                        account == null || bic != null,
                        "requisites.bic",
                        Text.of("customer.requisites.account-needs-bic"))
                .check(
                        account == null || bic == null || !isBic || BankDigits.isAccount(account, bic),
                        "requisites.account",
                        Text.of("customer.requisites.account"));
        return new CustomerRequisites(
                validation.optional("requisites.legalName", wanted.legalName(), 300),
                kpp,
                ogrn,
                validation.optional("requisites.legalAddress", wanted.legalAddress(), 300),
                validation.optional("requisites.bankName", wanted.bankName(), 160),
                bic,
                account);
    }

    /** In small letters, sorted, none twice. */
    public static List<String> tags(List<@Nullable String> wanted, Validation validation) {
        TreeSet<String> tags = new TreeSet<>();
        for (String one : wanted) {
            String tag = one == null ? "" : tag(one);
            validation.check(TAG.matcher(tag).matches(), "tags", Text.of("customer.tag"));
            tags.add(tag);
        }
        validation.check(tags.size() <= MOST_TAGS, "tags", Text.of("customer.tags", MOST_TAGS));
        return List.copyOf(tags);
    }

    /** As it is kept. */
    public static String tag(String written) {
        return written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean isOgrn(@Nullable String ogrn, boolean company) {
        return ogrn == null || (company ? Ogrn.isCompanys(ogrn) : Ogrn.isPersons(ogrn));
    }

    /** As people copy them: with blanks between. */
    private static @Nullable String digits(String field, @Nullable String value, Validation validation) {
        return validation.optional(field, value == null ? null : value.replace(" ", ""), 20);
    }
}

package uplink.customer.control;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.IdentityKind;
import uplink.customer.boundary.NewIdentityDocument;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What documents of identity must look like, and what lists may show of them. */
public final class IdentityRules {

    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} -]{1,39}");
    private static final Pattern PASSPORT = Pattern.compile("[0-9]{10}");
    private static final LocalDate EARLIEST = LocalDate.of(1920, 1, 1);
    private static final int MOST_SHOWN = 4;

    private IdentityRules() {}

    /** Refusals: {@code validation}. */
    public static NewIdentityDocument checked(NewIdentityDocument wanted, LocalDate today) {
        Validation validation = new Validation();
        validation.require("kind", wanted.kind());
        String number = number(wanted.kind(), validation.text("number", wanted.number(), 40));
        boolean passport = wanted.kind() == IdentityKind.PASSPORT;
        validation.check(
                number.isEmpty()
                        || (passport ? PASSPORT : NUMBER).matcher(number).matches(),
                "number",
                Text.of(passport ? "customer.identity.passport" : "customer.identity.number"));
        LocalDate on = wanted.issuedOn();
        validation.check(
                on == null || !on.isBefore(EARLIEST) && !on.isAfter(today),
                "issuedOn",
                Text.of("customer.identity.issued-on"));
        String by = validation.optional("issuedBy", wanted.issuedBy(), 300);
        validation.done();
        return new NewIdentityDocument(wanted.kind(), number, by, on);
    }

    /** Its end: a third, rounded down, at most four characters; nothing of a number of two. */
    public static String end(String number) {
        return number.substring(number.length() - Math.min(MOST_SHOWN, number.length() / 3));
    }

    private static String number(@Nullable IdentityKind kind, String written) {
        String plain = written.replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        return kind == IdentityKind.PASSPORT ? plain.replaceAll("[ №-]", "") : plain;
    }
}

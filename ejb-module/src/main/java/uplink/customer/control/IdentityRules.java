package uplink.customer.control;

import java.text.Normalizer;
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
    private static final int FEWEST_COMPARED = 5;
    private static final String CYRILLIC = "АВЕКМНОРСТУХ";
    private static final String LATIN = "ABEKMHOPCTYX";

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

    /**
     * The number as it is the same however it was typed: letters and digits only, capital, those that look alike in
     * Cyrillic and Latin as one. Empty where fewer than five are left: that says nothing about who shows it.
     */
    public static String compared(String number) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(number, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> {
                    int alike = CYRILLIC.indexOf(letter);
                    plain.appendCodePoint(alike < 0 ? letter : LATIN.charAt(alike));
                });
        return plain.codePointCount(0, plain.length()) < FEWEST_COMPARED ? "" : plain.toString();
    }

    private static String number(@Nullable IdentityKind kind, String written) {
        String plain = written.replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        return kind == IdentityKind.PASSPORT ? plain.replaceAll("[ №-]", "") : plain;
    }
}

package uplink.connection.control;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Application.Place;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.NewApplication;
import uplink.connection.boundary.OwnApplication;
import uplink.connection.boundary.RecordedApplication;
import uplink.customer.boundary.NewAddress;
import uplink.shared.Phones;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What an application may say. */
public final class ApplicationRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_WORDS = 1000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");

    /**
     * An application, checked.
     *
     * @param contactName empty for a customer, whose own is taken
     */
    public record Draft(
            ApplicationSource source,
            @Nullable UUID customer,
            String contactName,
            @Nullable String phone,
            @Nullable String email,
            String locale,
            String address,
            @Nullable UUID tariff,
            @Nullable String comment,
            boolean consent) {}

    private final Validation validation = new Validation();
    private final Predicate<UUID> isOffered;

    /** @param isOffered whether a service of that tariff can be asked for today */
    public ApplicationRules(Predicate<UUID> isOffered) {
        this.isOffered = isOffered;
    }

    /** Of anybody; {@code validation}. */
    public Draft of(NewApplication wanted, Locale locale) {
        String name = validation.text("contactName", wanted.contactName(), LONGEST_NAME);
        String phone = phone(wanted.phone());
        String email = email(wanted.email());
        requireRoad(phone, email);
        requireConsent(wanted.consent());
        return done(new Draft(
                ApplicationSource.SITE,
                null,
                name,
                phone,
                email,
                locale.getLanguage().equals("en") ? "en" : "ru",
                address(wanted.address()),
                tariff(wanted.tariffId()),
                comment(wanted.comment()),
                true));
    }

    /** Of a customer who is signed in; {@code validation}. */
    public Draft of(OwnApplication wanted, UUID customer) {
        return done(new Draft(
                ApplicationSource.SITE,
                customer,
                "",
                null,
                null,
                "ru",
                address(wanted.address()),
                tariff(wanted.tariffId()),
                comment(wanted.comment()),
                false));
    }

    /** Written down by somebody of the staff, or another system; {@code validation}. */
    public Draft of(RecordedApplication wanted, Predicate<UUID> isCustomer) {
        UUID customer = wanted.customerId();
        String phone = phone(wanted.phone());
        String email = email(wanted.email());
        String name = customer == null
                ? validation.text("contactName", wanted.contactName(), LONGEST_NAME)
                : validation.optional("contactName", wanted.contactName(), LONGEST_NAME);
        if (customer == null) {
            requireRoad(phone, email);
            requireConsent(Boolean.TRUE.equals(wanted.consent()));
        } else {
            validation.check(isCustomer.test(customer), "customerId", Text.of("connection.customer.unknown"));
        }
        String locale = wanted.locale() == null ? "ru" : wanted.locale();
        validation.check(locale.equals("ru") || locale.equals("en"), "locale", Text.of("customer.locale"));
        return done(new Draft(
                wanted.source() == null ? ApplicationSource.CALL : wanted.source(),
                customer,
                name == null ? "" : name,
                phone,
                email,
                locale,
                address(wanted.address()),
                tariff(wanted.tariffId()),
                comment(wanted.comment()),
                Boolean.TRUE.equals(wanted.consent())));
    }

    /** Where the service will be; the same rules as for a contract's address. {@code validation}. */
    public static Place place(@Nullable NewAddress wanted, Validation validation) {
        validation.require("address", wanted);
        NewAddress given = wanted == null ? new NewAddress(null, null, null, null, null, null, null, null) : wanted;
        String path = "address.";
        return new Place(
                validation.optional(path + "region", given.region(), 100),
                validation.text(path + "city", given.city(), 100),
                validation.text(path + "street", given.street(), 200),
                validation.text(path + "house", given.house(), 20),
                validation.optional(path + "flat", given.flat(), 20),
                validation.optional(path + "entrance", given.entrance(), 20),
                validation.optional(path + "floor", given.floor(), 20),
                validation.optionalWords(path + "note", given.note(), 500),
                given.placeId());
    }

    private Draft done(Draft draft) {
        validation.done();
        return draft;
    }

    private void requireRoad(@Nullable String phone, @Nullable String email) {
        boolean any = phone != null || email != null || !validation.errors().isEmpty();
        validation.check(any, "phone", Text.of("connection.application.road"));
    }

    private void requireConsent(boolean given) {
        validation.check(given, "consent", Text.of("connection.application.consent"));
    }

    private @Nullable String phone(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String phone = Phones.normalized(written).orElse(null);
        validation.check(phone != null, "phone", Text.of("customer.phone"));
        return phone;
    }

    private @Nullable String email(@Nullable String written) {
        String email = validation.optional("email", written, 254);
        validation.check(email == null || EMAIL.matcher(email).matches(), "email", Text.of("customer.email"));
        return email;
    }

    private String address(@Nullable String told) {
        return validation.words("address", told, LONGEST_ADDRESS);
    }

    private @Nullable UUID tariff(@Nullable UUID wanted) {
        validation.check(
                wanted == null || isOffered.test(wanted), "tariffId", Text.of("connection.tariff.not-offered"));
        return wanted;
    }

    private @Nullable String comment(@Nullable String told) {
        return validation.optionalWords("comment", told, LONGEST_WORDS);
    }
}

package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.customer.control.PersonalData;
import uplink.notification.control.push.PushAddresses;
import uplink.notification.control.push.PushChannel;
import uplink.notification.control.push.PushTokens;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;

/** Which devices take push messages, for whom, and how long. */
class PushDevicesTest {

    private static final String ENDPOINT = "https://updates.push.services.mozilla.com/wpush/v2/";
    private static final String P256DH =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

    private record Person(UUID user, UUID customer) {
        Caller caller() {
            return new Caller(user, customer, "test", Set.of(Permission.SELF_READ, Permission.SELF_WRITE));
        }
    }

    private final PushTokens tokens = new PushTokens(Database.app());
    private final PushDevices devices = new PushDevices(tokens, new PushAddresses(), new PushChannel());
    private final Person anna = person();
    private final UUID session = session(anna);

    @Test
    void aDeviceIsRegisteredListedAndRemoved() {
        PushDevice phone = register(anna, session, fcm("phone-1"));
        PushDevice browser = register(
                anna,
                session,
                new PushRegistration(
                        PushPlatform.WEBPUSH, ENDPOINT + UUID.randomUUID(), new PushRegistration.Keys(P256DH, AUTH)));
        PushOffer offer = as(anna, devices::own);
        assertEquals(List.of(browser, phone), offer.items());
        assertEquals(List.of(), offer.platforms(), "no service is configured here");
        assertNull(offer.webPushKey());
        remove(anna, phone.id());
        assertEquals(List.of(browser.id()), aliveOf(anna));
        assertEquals(ProblemType.NOT_FOUND, refusal(() -> remove(anna, phone.id())));
    }

    /** Where the messages of a customer go. */
    private static List<UUID> aliveOf(Person person) {
        return Sql.in(Database.app())
                .list(
                        "select address::uuid from message_addresses where channel = 'push' and customer_id = ? order by address",
                        row -> row.getObject(1, UUID.class),
                        person.customer());
    }

    @Test
    void theSameTokenIsTheSameDevice() {
        PushDevice first = register(anna, session, fcm("phone-2"));
        PushDevice again = register(anna, session(anna), fcm("phone-2"));
        assertEquals(first.id(), again.id());
        assertEquals(List.of(first.id()), aliveOf(anna));
    }

    @Test
    void aTokenBelongsToWhoRegisteredItLast() {
        PushRegistration shared = fcm("shared-" + UUID.randomUUID());
        PushDevice hers = register(anna, session, shared);
        Person boris = person();
        PushDevice his = register(boris, session(boris), shared);
        assertNotEquals(hers.id(), his.id(), "what was on its way to her does not reach him");
        assertEquals(List.of(), aliveOf(anna));
        assertEquals(List.of(his.id()), aliveOf(boris));
        assertEquals(ProblemType.NOT_FOUND, refusal(() -> remove(anna, his.id())));
    }

    @ParameterizedTest
    @CsvSource({
        "update sessions set revoked_at = now() where id = ?, session",
        "update sessions set expires_at = now() where id = ?, session",
        "update users set is_active = false where id = ?, user",
        "delete from sessions where id = ?, session"
    })
    void whoIsSignedOutGetsNothingMore(String end, String of) {
        register(anna, session, fcm("gone-" + UUID.randomUUID()));
        Sql.in(Database.owner()).update(end, of.equals("user") ? anna.user() : session);
        assertEquals(List.of(), aliveOf(anna));
    }

    @Test
    void anotherSessionsEndChangesNothing() {
        UUID other = session(anna);
        PushDevice here = register(anna, session, fcm("here-" + UUID.randomUUID()));
        register(anna, other, fcm("there-" + UUID.randomUUID()));
        Sql.in(Database.owner()).update("update sessions set revoked_at = now() where id = ?", other);
        assertEquals(List.of(here.id()), aliveOf(anna));
    }

    @Test
    void beyondTwentyTheOldestGoes() {
        PushDevice first = register(anna, session, fcm("many-0" + anna.user()));
        for (int i = 1; i <= 20; i++) {
            register(anna, session, fcm("many-" + i + anna.user()));
        }
        List<UUID> alive = aliveOf(anna);
        assertEquals(20, alive.size());
        assertEquals(false, alive.contains(first.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "FCM, short, false, token",
        "FCM, 'with blanks and\nlines in it', false, token",
        "FCM, ../../v1/projects/other, false, token",
        "FCM, phone-1234567, true, keys",
        "APNS, 0123, false, token",
        "APNS, 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg, false, token",
        "APNS, ../../3/device/0123456789abcdef0123456789abcdef, false, token",
        "WEBPUSH, https://localhost/x, true, token",
        "WEBPUSH, https://169.254.169.254/latest, true, token",
        "WEBPUSH, https://updates.push.services.mozilla.com/x, false, keys"
    })
    void whatIsNoTokenIsRefused(PushPlatform platform, String token, boolean keys, String field) {
        PushRegistration wanted =
                new PushRegistration(platform, token, keys ? new PushRegistration.Keys(P256DH, AUTH) : null);
        BusinessException refused = assertThrows(BusinessException.class, () -> register(anna, session, wanted));
        assertEquals(ProblemType.VALIDATION, refused.type());
        assertEquals(
                List.of(field),
                refused.errors().stream().map(error -> error.field()).toList());
    }

    @Test
    void keysThatAreNoneAreRefused() {
        for (PushRegistration.Keys keys :
                List.of(new PushRegistration.Keys("x", AUTH), new PushRegistration.Keys(P256DH, "x"))) {
            assertEquals(
                    ProblemType.VALIDATION,
                    refusal(() ->
                            register(anna, session, new PushRegistration(PushPlatform.WEBPUSH, ENDPOINT + "x", keys))));
        }
    }

    @Test
    void whoIsNoCustomerHasNoDevices() {
        Caller staff = new Caller(anna.user(), null, "staff", Set.of(Permission.SELF_READ, Permission.SELF_WRITE));
        assertEquals(ProblemType.FORBIDDEN, refusal(() -> Callers.as(staff, devices::own)));
        assertEquals(
                ProblemType.FORBIDDEN,
                refusal(() -> Callers.as(staff, () -> devices.register(fcm("staff-1234567"), session))));
    }

    @Test
    void theirOwnDataTellsThem() {
        register(anna, session, fcm("told-" + anna.user()));
        List<?> told =
                new PersonalData(Sql.in(Database.app())).of(anna.customer()).get("pushTokens");
        assertEquals(true, String.valueOf(told).contains("told-" + anna.user()), String.valueOf(told));
    }

    private PushDevice register(Person who, UUID where, PushRegistration wanted) {
        return as(who, () -> devices.register(wanted, where));
    }

    private void remove(Person who, UUID id) {
        as(who, () -> {
            devices.remove(id);
            return true;
        });
    }

    private static <T> T as(Person who, Supplier<T> work) {
        return Callers.as(who.caller(), work);
    }

    private static @Nullable ProblemType refusal(Runnable work) {
        return assertThrows(BusinessException.class, work::run).type();
    }

    private static PushRegistration fcm(String token) {
        return new PushRegistration(PushPlatform.FCM, token.length() < 10 ? token + "-0123456789" : token, null);
    }

    private static UUID session(Person who) {
        UUID id = Ids.next();
        Sql.in(Database.owner())
                .update(
                        """
                        insert into sessions (id, user_id, refresh_family, confirmed_at, created_at, used_at, expires_at)
                        values (?, ?, ?, now(), now(), now(), now() + interval '1 day')""",
                        id,
                        who.user(),
                        Ids.next());
        return id;
    }

    private static Person person() {
        UUID user = Ids.next();
        UUID customer = Ids.next();
        Sql sql = Sql.in(Database.owner());
        sql.update(
                """
                insert into users (id, email, full_name, role, created_at, updated_at)
                values (?, ?, 'Анна', 'customer', now(), now())""",
                user,
                user + "@example.org");
        sql.update(
                """
                insert into customers (id, user_id, kind, full_name, contract_number, currency, created_at, updated_at)
                values (?, ?, 'person', 'Анна', ?, 'RUB', now(), now())""",
                customer,
                user,
                customer.toString());
        return new Person(user, customer);
    }
}

package uplink.auth.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.AccountMails.AccountMail;
import uplink.auth.boundary.Registration.Wanted;
import uplink.auth.control.AuthEvents;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.KeyVault;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.TestVault;
import uplink.testing.Boundaries;

/** Registration and recovery by mail, against the real schema; the mails are read where they are written. */
class RegistrationTest {

    private static final String PASSWORD = "Correct-Horse-7";

    private final Boundaries boundaries =
            new Boundaries(LocalDate.of(2026, 11, 20)).with(KeyVault.class, TestVault.make());
    private final Registration registration = boundaries.get(Registration.class);
    private final PasswordReset recovery = boundaries.get(PasswordReset.class);
    private final SignIn signIn = boundaries.get(SignIn.class);
    private final AccountMails mails = boundaries.get(AccountMails.class);
    private final String email = "new-" + Ids.next() + "@example.org";

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
    }

    @Test
    void nobodyIsAUserBeforeTheAddressIsConfirmed() {
        String link = register(email, PASSWORD).link();
        refused(ProblemType.BAD_CREDENTIALS, () -> login(PASSWORD));
        confirm(link);
        SignIn.Tokens tokens = login(PASSWORD).tokens();
        assertEquals("customer", tokens.user().role());
        spent(() -> confirm(link));
    }

    @Test
    void aTakenAddressIsToldToItsOwnerOnly() {
        confirm(register(email, PASSWORD).link());
        AccountMail mail = register(email.toUpperCase(java.util.Locale.ROOT), "Another-Horse-8");
        assertEquals("account-exists", mail.template());
        assertEquals(email, mail.address());
        assertTrue(mail.link().contains("/reset?token="), mail.link());
        refused(ProblemType.BAD_CREDENTIALS, () -> login("Another-Horse-8"));
    }

    @Test
    void aSignInWithANewDeviceIsToldByMailWithWhereItCameFrom() {
        confirm(register(email, PASSWORD).link());
        login(PASSWORD);
        signIn.login(email, PASSWORD, new SignIn.Origin("http://evil.example", "203.0.113.7", null));
        List<Event> told = boundaries
                .sql()
                .list(
                        """
                        select o.data from outbox o join users u on u.id::text = o.subject
                        where o.type = 'auth.signed-in' and u.email = ? order by o.id""",
                        row -> Event.of("auth.signed-in", "/auth", "", Json.readMap(row.getString(1)), Instant.now()),
                        email)
                .stream()
                .map(mails::subjectOf)
                .flatMap(Optional::stream)
                .toList();
        assertEquals(1, told.size(), "not of the first one");
        AccountMail mail = mails.of(
                        "auth.signed-in", UUID.fromString(told.get(0).subject()))
                .orElseThrow();
        assertEquals("new-device", mail.template());
        assertEquals(email, mail.address());
        assertEquals("203.0.113.7", mail.arguments().get(1));
        assertFalse(mail.arguments().toString().contains("evil"), "what a program calls itself may be a lure");
        assertTrue(mails.of("auth.signed-in", Ids.next()).isEmpty());
    }

    @Test
    void ofTwoRegistrationsTheOneThatIsConfirmedCounts() {
        String attackers = register(email, "Attackers-Pass-1").link();
        String owners = register(email, PASSWORD).link();
        confirm(owners);
        spent(() -> confirm(attackers));
        assertTrue(login(PASSWORD).tokens() != null);
        refused(ProblemType.BAD_CREDENTIALS, () -> login("Attackers-Pass-1"));
    }

    @Test
    void theCustomerOfThatAddressIsJoined() {
        UUID customer = customer(email);
        confirm(register(email, PASSWORD).link());
        assertEquals(customer, login(PASSWORD).tokens().user().customerId());
    }

    @Test
    void ofTwoCustomersWithOneAddressNoneIsJoined() {
        customer(email);
        customer(email);
        confirm(register(email, PASSWORD).link());
        assertEquals(null, login(PASSWORD).tokens().user().customerId());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        BusinessException refused = assertThrows(
                BusinessException.class,
                () -> registration.register(new Wanted("no address", "12", "password", " ", "de")));
        assertEquals(
                List.of("email", "fullName", "phone", "locale", "password"),
                refused.errors().stream().map(error -> error.field()).toList());
    }

    @Test
    void aResetEndsAllSessionsAndItsLinkIsGoodOnce() {
        confirm(register(email, PASSWORD).link());
        SignIn.Tokens before = login(PASSWORD).tokens();
        String link = forgot(email).orElseThrow().link();
        BusinessException weak = assertThrows(BusinessException.class, () -> reset(link, "12345678"));
        assertEquals("newPassword", weak.errors().get(0).field());
        reset(link, "Another-Horse-8");
        spent(() -> reset(link, "Another-Horse-9"));
        refused(ProblemType.UNAUTHENTICATED, () -> signIn.refresh(before.refreshToken(), here(null)));
        refused(ProblemType.BAD_CREDENTIALS, () -> login(PASSWORD));
        assertTrue(login("Another-Horse-8").tokens() != null);
    }

    @Test
    void usingOneLinkUsesUpTheOthers() {
        confirm(register(email, PASSWORD).link());
        String older = forgot(email).orElseThrow().link();
        String newer = forgot(email).orElseThrow().link();
        reset(newer, "Another-Horse-8");
        spent(() -> reset(older, "Another-Horse-9"));
    }

    @Test
    void anOldLinkIsSpent() {
        confirm(register(email, PASSWORD).link());
        String link = forgot(email).orElseThrow().link();
        boundaries.sql().update("update one_time_tokens set expires_at = now() - interval '1 second'");
        spent(() -> reset(link, "Another-Horse-8"));
    }

    @Test
    void nobodyGetsAMailForAnAddressWithoutAccount() {
        assertEquals(Optional.empty(), forgot(email));
    }

    @Test
    void fiveMailsAnHourAreEnough() {
        confirm(register(email, PASSWORD).link());
        for (int i = 0; i < 8; i++) {
            boundaries.run(() -> recovery.forgot(email));
        }
        long asked = boundaries
                .sql()
                .number(
                        "select count(*) from outbox where type = ? and subject = (select id::text from users where email = ?)",
                        AuthEvents.PASSWORD_RESET_REQUESTED,
                        email);
        assertEquals(4, asked, "the registration was the first of five");
    }

    @Test
    void noTokenIsStoredNorAnnounced() {
        String token = token(register(email, PASSWORD).link());
        assertEquals(
                0,
                boundaries
                        .sql()
                        .number(
                                "select count(*) from outbox where data::text like ? or subject like ?",
                                like(token),
                                like(token)));
        assertEquals(
                0, boundaries.sql().number("select count(*) from one_time_tokens t where t::text like ?", like(token)));
    }

    @Test
    void aLinkMakesTheDeviceKnown() {
        confirm(register(email, PASSWORD).link());
        for (int i = 0; i < 10; i++) {
            refused(ProblemType.BAD_CREDENTIALS, () -> login("wrong password"));
        }
        refused(ProblemType.BAD_CREDENTIALS, () -> login(PASSWORD));
        AccountMail mail = lastMail(AuthEvents.SIGN_IN_THROTTLED).orElseThrow();
        String device = boundaries.call(() -> recovery.knowDevice(token(mail.link()), null));
        assertTrue(signIn.login(email, PASSWORD, here(device)).tokens() != null);
        spent(() -> recovery.knowDevice(token(mail.link()), null));
        refused(ProblemType.BAD_CREDENTIALS, () -> login(PASSWORD));
    }

    @Test
    void aLinkForOneThingIsNotGoodForAnother() {
        confirm(register(email, PASSWORD).link());
        String link = forgot(email).orElseThrow().link();
        spent(() -> confirm(link));
        spent(() -> recovery.knowDevice(token(link), null));
        reset(link, "Another-Horse-8");
        assertFalse(link.isEmpty());
    }

    @Test
    void anotherAddressCountsOnceItsLinkIsOpened() {
        UUID customer = customer(email);
        confirm(register(email, PASSWORD).link());
        String wanted = "other-" + Ids.next() + "@example.org";
        AccountMail mail = askFor(wanted);
        assertEquals(wanted, mail.address());
        assertTrue(login(PASSWORD).tokens() != null, "not before");
        confirm(mail.link());
        spent(() -> confirm(mail.link()));
        refused(ProblemType.BAD_CREDENTIALS, () -> login(PASSWORD));
        assertEquals(
                customer,
                signIn.login(wanted, PASSWORD, here(null)).tokens().user().customerId());
        assertEquals(
                1,
                boundaries.sql().number("select count(*) from customers where email = ? and id = ?", wanted, customer));
        AccountMail told = lastMail(AuthEvents.EMAIL_CHANGED).orElseThrow();
        assertEquals(email, told.address());
    }

    @Test
    void anAddressThatSomebodyHasIsNotTaken() {
        confirm(register(email, PASSWORD).link());
        String taken = "taken-" + Ids.next() + "@example.org";
        AccountMail before = askFor(taken);
        confirm(register(taken, PASSWORD).link());
        AccountMail after = askFor(taken);
        assertEquals("account-exists", after.template());
        spent(() -> confirm(before.link()));
        assertTrue(login(PASSWORD).tokens() != null);
    }

    private AccountMail askFor(String address) {
        SignIn.Tokens tokens = login(PASSWORD).tokens();
        Caller caller = new Caller(tokens.user().id(), null, email, Set.of(Permission.SELF_WRITE));
        UUID session = boundaries
                .sql()
                .first(
                        "select id from sessions where user_id = ? order by id desc limit 1",
                        row -> row.getObject(1, UUID.class),
                        tokens.user().id())
                .orElseThrow();
        boundaries.run(
                () -> Callers.run(caller, () -> boundaries.get(OwnContact.class).askForEmail(address, session)));
        return lastMail(AuthEvents.EMAIL_CHANGE_REQUESTED).orElseThrow();
    }

    private AccountMail register(String address, String password) {
        boundaries.run(() -> registration.register(new Wanted(address, "8 (911) 123-45-67", password, "Пётр", null)));
        return lastMail(AuthEvents.REGISTRATION_REQUESTED).orElseThrow();
    }

    private Optional<AccountMail> forgot(String address) {
        boundaries.run(() -> recovery.forgot(address));
        return lastMail(AuthEvents.PASSWORD_RESET_REQUESTED);
    }

    private Optional<AccountMail> lastMail(String type) {
        UUID subject = boundaries
                .sql()
                .first(
                        "select subject from outbox where type = ? order by id desc limit 1",
                        row -> UUID.fromString(row.getString(1)),
                        type)
                .orElseThrow();
        return mails.of(type, subject);
    }

    private void confirm(String link) {
        boundaries.run(() -> registration.confirm(token(link)));
    }

    private void reset(String link, String password) {
        boundaries.call(() -> recovery.reset(token(link), password, null));
    }

    private SignIn.Outcome login(String password) {
        return signIn.login(email, password, here(null));
    }

    private static SignIn.Origin here(String device) {
        return new SignIn.Origin("browser", "127.0.0.1", device);
    }

    private UUID customer(String address) {
        UUID id = Ids.next();
        boundaries
                .sql()
                .update(
                        """
                        insert into customers (id, kind, full_name, contract_number, email, currency, created_at, updated_at)
                        values (?, 'person', 'Пётр', ?, ?, 'RUB', now(), now())""",
                        id,
                        id.toString(),
                        address);
        return id;
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    private static String like(String token) {
        return "%" + token + "%";
    }

    private static void spent(Runnable use) {
        refused(ProblemType.VALIDATION, use);
    }

    private static void refused(ProblemType type, Runnable call) {
        assertEquals(type, assertThrows(BusinessException.class, call::run).type());
    }
}

package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.notification.boundary.NoticePreferencesChange.ChannelChange;
import uplink.notification.boundary.NoticePreferencesChange.TopicChange;
import uplink.notification.boundary.TopicPreference.ChannelPreference;
import uplink.notification.control.UnsubscribeLinks;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.DatabaseException;
import uplink.shared.FieldError;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.TestVault;
import uplink.testing.Boundaries;
import uplink.testing.Database;

/** What customers choose, what they cannot, and letters that are stopped by the link in them. */
class OwnNoticePreferencesTest {

    private final KeyVault vault = TestVault.make();
    private final Boundaries boundaries = new Boundaries(LocalDate.of(2026, 12, 1)).with(KeyVault.class, vault);
    private final OwnNoticePreferences preferences = boundaries.get(OwnNoticePreferences.class);
    private final UUID customer = customer();

    @AfterEach
    void close() throws Exception {
        boundaries.close();
    }

    @Test
    void whoHasSaidNothingHearsWhatIsDelivered() {
        NoticePreferences now = get();
        assertEquals("ru", now.language());
        assertNull(now.quietHours());
        assertFalse(now.invoiceFile());
        assertNull(now.timeZone());
        assertEquals(0, now.version());
        assertEquals(
                List.of(NoticeTopic.values()),
                now.topics().stream().map(TopicPreference::topic).toList());
        assertEquals(
                new ChannelPreference(NoticeChannel.EMAIL, true, true),
                way(now, NoticeTopic.DEBT, NoticeChannel.EMAIL));
        assertEquals(
                new ChannelPreference(NoticeChannel.SMS, false, false),
                way(now, NoticeTopic.INVOICES, NoticeChannel.SMS));
    }

    @Test
    void whatIsChosenIsKeptAndTheRestIsAsDelivered() {
        NoticePreferences now = set(new NoticePreferencesChange(
                "en",
                "Asia/Omsk",
                new QuietTimes(LocalTime.of(22, 0), LocalTime.of(8, 0)),
                List.of(
                        topic(NoticeTopic.INVOICES, NoticeChannel.SMS, true),
                        topic(NoticeTopic.PAYMENTS, NoticeChannel.EMAIL, false)),
                true));
        assertEquals(now, get());
        assertEquals("en", now.language());
        assertEquals("Asia/Omsk", now.timeZone());
        assertEquals(new QuietTimes(LocalTime.of(22, 0), LocalTime.of(8, 0)), now.quietHours());
        assertTrue(way(now, NoticeTopic.INVOICES, NoticeChannel.SMS).wanted());
        assertFalse(way(now, NoticeTopic.PAYMENTS, NoticeChannel.EMAIL).wanted());
        NoticePreferences back = set(new NoticePreferencesChange(null, null, null, null, null));
        assertEquals("en", back.language(), "a language there always is");
        assertTrue(now.invoiceFile());
        assertTrue(back.invoiceFile(), "what a program does not know it leaves as it is");
        assertNull(back.quietHours());
        assertFalse(way(back, NoticeTopic.INVOICES, NoticeChannel.SMS).wanted());
        assertTrue(way(back, NoticeTopic.PAYMENTS, NoticeChannel.EMAIL).wanted());
        assertEquals(
                ProblemType.STALE,
                assertThrows(
                                BusinessException.class,
                                () -> set(new NoticePreferencesChange(null, null, null, null, null), 1))
                        .type());
    }

    @Test
    void whatIsMandatoryCannotBeSwitchedOffNeitherHereNorInTheDatabase() {
        assertEquals(
                List.of("topics[0].channels[0].wanted"),
                refused(change(topic(NoticeTopic.DEBT, NoticeChannel.EMAIL, false))));
        assertEquals(
                List.of("topics[0].channels[0].wanted"),
                refused(change(topic(NoticeTopic.SECURITY, NoticeChannel.EMAIL, false))));
        assertTrue(way(
                        set(change(topic(NoticeTopic.DEBT, NoticeChannel.EMAIL, true))),
                        NoticeTopic.DEBT,
                        NoticeChannel.EMAIL)
                .mandatory());
        for (String mandatory : List.of("false", "true")) {
            assertThrows(DatabaseException.class, () -> Sql.in(Database.app())
                    .update(
                            """
                                    insert into notice_choices (customer_id, topic, channel, wanted, mandatory)
                                    values (?, 'debt', 'sms', false, ?::boolean)""",
                            customer,
                            mandatory));
        }
    }

    @Test
    void whatThereIsNotIsRefusedAtItsField() {
        assertEquals(
                List.of("topics[0].channels[0].channel"),
                refused(change(topic(NoticeTopic.INVOICES, NoticeChannel.APP, false))));
        assertEquals(List.of("timeZone"), refused(new NoticePreferencesChange(null, "Moscow", null, null, null)));
        assertEquals(List.of("timeZone"), refused(new NoticePreferencesChange(null, "+03:00", null, null, null)));
        assertEquals(
                List.of("quietHours.to"),
                refused(new NoticePreferencesChange(
                        null, null, new QuietTimes(LocalTime.NOON, LocalTime.NOON), null, null)));
        assertEquals(List.of("locale"), refused(new NoticePreferencesChange("de", null, null, null, null)));
    }

    @Test
    void whoIsNoCustomerHasNone() {
        Caller staff = new Caller(Ids.next(), null, "test", Set.of(Permission.SELF_READ));
        assertEquals(
                ProblemType.FORBIDDEN,
                assertThrows(BusinessException.class, () -> Callers.as(staff, preferences::get))
                        .type());
    }

    @Test
    void staffMayHaveInvoicesEnclosedAndNothingElseChanges() {
        InvoiceEnclosures enclosures = boundaries.get(InvoiceEnclosures.class);
        set(new NoticePreferencesChange(null, "Asia/Omsk", null, null, null));
        for (boolean wanted : new boolean[] {true, true, false}) {
            boundaries.run(() -> enclosures.want(customer, wanted));
            assertEquals(wanted, enclosures.isWanted(customer));
            assertEquals(wanted, get().invoiceFile());
        }
        assertEquals("Asia/Omsk", get().timeZone());
        assertEquals(3, get().version(), "the second time changed nothing");
        assertFalse(enclosures.isWanted(customer()));
        assertThrows(BusinessException.class, () -> boundaries.run(() -> enclosures.want(Ids.next(), true)));
    }

    @Test
    void aLetterIsStoppedByItsLinkAndByNoOther() {
        UnsubscribeLinks links = new UnsubscribeLinks(vault);
        Unsubscribing unsubscribing = boundaries.get(Unsubscribing.class);
        String link = links.of(customer, NoticeTopic.INVOICES).orElseThrow();
        String token = link.substring(link.indexOf('=') + 1);
        assertEquals(NoticeTopic.INVOICES, unsubscribing.findTopic(token).orElseThrow());
        assertTrue(way(get(), NoticeTopic.INVOICES, NoticeChannel.EMAIL).wanted(), "to look at the link stops nothing");
        assertEquals(NoticeTopic.INVOICES, boundaries.call(() -> unsubscribing.stop(token)));
        boundaries.call(() -> unsubscribing.stop(token));
        assertFalse(way(get(), NoticeTopic.INVOICES, NoticeChannel.EMAIL).wanted());
        assertTrue(way(get(), NoticeTopic.PAYMENTS, NoticeChannel.EMAIL).wanted());
        assertTrue(links.of(customer, NoticeTopic.DEBT).isEmpty());
        for (String forged : List.of(
                "",
                "a.b.c",
                token.replace("invoices", "payments"),
                token.replace("invoices", "debt"),
                token.substring(0, token.length() - 2),
                token.replace(customer.toString(), Ids.next().toString()))) {
            assertThrows(BusinessException.class, () -> boundaries.call(() -> unsubscribing.stop(forged)), forged);
            assertTrue(unsubscribing.findTopic(forged).isEmpty(), forged);
        }
    }

    private List<String> refused(NoticePreferencesChange change) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> set(change));
        assertEquals(ProblemType.VALIDATION, refusal.type());
        return refusal.errors().stream().map(FieldError::field).toList();
    }

    private static NoticePreferencesChange change(TopicChange topic) {
        return new NoticePreferencesChange(null, null, null, List.of(topic), null);
    }

    private static TopicChange topic(NoticeTopic topic, NoticeChannel channel, boolean wanted) {
        return new TopicChange(topic, List.of(new ChannelChange(channel, wanted)));
    }

    private static ChannelPreference way(NoticePreferences all, NoticeTopic topic, NoticeChannel channel) {
        return all.topics().stream()
                .filter(one -> one.topic() == topic)
                .flatMap(one -> one.channels().stream())
                .filter(way -> way.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private NoticePreferences get() {
        return Callers.as(caller(), () -> boundaries.call(preferences::get));
    }

    private NoticePreferences set(NoticePreferencesChange change) {
        return set(change, null);
    }

    private NoticePreferences set(NoticePreferencesChange change, @Nullable Integer version) {
        return Callers.as(caller(), () -> boundaries.call(() -> preferences.set(change, version, Ids.next())));
    }

    private Caller caller() {
        return new Caller(Ids.next(), customer, "test", Set.of(Permission.SELF_READ, Permission.SELF_WRITE));
    }

    private static UUID customer() {
        UUID id = Ids.next();
        Sql.in(Database.owner())
                .update(
                        """
                        insert into customers (id, kind, full_name, contract_number, currency, created_at, updated_at)
                        values (?, 'person', 'Ёлкин', ?, 'RUB', now(), now())""",
                        id,
                        id.toString());
        return id;
    }
}

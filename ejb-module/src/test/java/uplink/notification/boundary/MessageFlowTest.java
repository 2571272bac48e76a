package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.notification.Peer;
import uplink.notification.control.Breaker;
import uplink.notification.control.Channels;
import uplink.notification.control.Dispatcher;
import uplink.notification.control.MessageLog;
import uplink.notification.control.MessageQueue;
import uplink.notification.control.PreferenceRows;
import uplink.notification.control.Reports;
import uplink.notification.control.UnsubscribeLinks;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.TestClock;

/** From an event to what a peer is handed, by the ways that its customer wants, and what becomes of it when peers fail. */
class MessageFlowTest {

    private final TestClock clock = new TestClock("Europe/Moscow", "2026-12-01T12:00:00");
    private final MessageQueue queue = new MessageQueue(Database.app());
    private final Breaker breaker = new Breaker(Database.app());
    private final Peer mail = new Peer(ChannelKind.EMAIL);
    private final Peer sms = new Peer(ChannelKind.SMS);
    private final NotificationEvents consumer =
            new NotificationEvents(Database.app(), new Channels(List.of(mail, sms)), clock);
    private final UUID customer = customer("anna@example.org", "+79990000001");

    @BeforeAll
    static void alone() {
        Database.isolate();
    }

    @AfterAll
    static void back() {
        Database.rejoin();
    }

    @BeforeEach
    void empty() {
        sql().update("delete from channel_states");
        sql().update("delete from messages");
        sql().update("delete from dead_addresses");
        sql().update("delete from early_reports");
    }

    @Test
    void aCustomerHearsByTheWaysThatAreWantedAndThere() {
        invoice();
        overdue();
        run(mail);
        run(sms);
        assertEquals(
                List.of("Счёт 000000007", "Счёт 000000007 просрочен"),
                mail.got.stream().map(Message::subject).toList());
        assertEquals(
                List.of("Счёт 000000007 просрочен: 1\u00a0650,00\u00a0₽. Оплатите, чтобы услугу не приостановили."),
                sms.got.stream().map(Message::text).toList(),
                "short messages cost: of an invoice they come only where somebody asked for them");
        Message letter = mail.got.get(0);
        assertEquals("anna@example.org", letter.to());
        assertTrue(
                letter.text().startsWith("Здравствуйте, Ёлкин!\n\nВыставлен счёт 000000007 на 1\u00a0650,00\u00a0₽."),
                letter.text());
        assertTrue(String.valueOf(letter.html()).contains("Выставлен счёт 000000007"), letter.html());
        assertTrue(letter.data().get("unsubscribe").contains("/api/v1/notifications/unsubscribe?token="));
        assertNull(mail.got.get(1).data().get("unsubscribe"), "what is mandatory cannot be stopped");
        assertEquals("invoice-issued", letter.data().get("kind"));
        assertEquals(3, count("status = 'sent' and attempts = 1 and language = 'ru' and template_no = 0"));
    }

    @Test
    void whoCannotBeReachedByAWayIsNotWrittenToByIt() {
        UUID other = customer(null, null);
        consumer.on(event(other, "billing.invoice.reminded", Map.of("days", 3)));
        assertEquals(0, count("customer_id = '" + other + "'"));
    }

    @Test
    void aBatchIsOneStatementForEachThing() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            events.add(event(customer("c" + i + "@example.org", null), "subscription.restored", Map.of()));
        }
        consumer.onAll(events);
        assertEquals(64, count("channel = 'email' and status = 'waiting'"));
        assertEquals(0, count("channel = 'sms'"));
    }

    @Test
    void whatIsChosenCounts() {
        choose(new PreferenceRows.Choice(NoticeTopic.INVOICES, NoticeChannel.SMS, true));
        choose(
                new PreferenceRows.Choice(NoticeTopic.INVOICES, NoticeChannel.SMS, true),
                new PreferenceRows.Choice(NoticeTopic.INVOICES, NoticeChannel.EMAIL, false));
        invoice();
        assertEquals(1, count("channel = 'sms'"));
        assertEquals(0, count("channel = 'email'"));
    }

    @Test
    void whatWaitsIsStoppedByWhoeverDoesNotWantItAnyMore() {
        invoice();
        choose(new PreferenceRows.Choice(NoticeTopic.INVOICES, NoticeChannel.EMAIL, false));
        run(mail);
        assertEquals(List.of(), mail.got);
        assertEquals(1, count("status = 'unwanted'"));
    }

    @Test
    void theLanguageIsThatOfTheMomentInWhichItGoesOut() {
        invoice();
        Sql.in(Database.owner())
                .update("update customers set locale = 'en', email = 'new@example.org' where id = ?", customer);
        run(mail);
        assertEquals("Invoice 000000007", mail.only().subject());
        assertEquals("new@example.org", mail.only().to(), "and so is the address");
        assertEquals(1, count("language = 'en' and sent_to = 'new@example.org'"));
    }

    @Test
    void wordsThatPeopleMadeAreUsedAtOnceForWhatWaitsToo() {
        invoice();
        sql().update(
                        """
                        insert into message_templates (kind, channel, language, no, subject, body, created_at)
                        values ('invoice-issued', 'email', 'ru', 1, 'К оплате {amount}', 'Договор {contract}', now())""");
        try {
            run(mail);
        } finally {
            Database.tamper(
                    "alter table message_templates disable trigger user",
                    "delete from message_templates",
                    "alter table message_templates enable trigger user");
        }
        assertEquals("К оплате 1\u00a0650,00\u00a0₽", mail.only().subject());
        assertTrue(mail.only().text().startsWith("Договор "));
        assertEquals(1, count("template_no = 1"));
    }

    @Test
    void shortMessagesWaitWhileTheCustomerSleepsAndLettersDoNot() {
        quiet("22:00", "08:00", "Asia/Vladivostok"); // seven hours ahead: it is 22:00 there at 15:00 here
        clock.at("2026-12-01T15:30:00");
        overdue();
        run(mail);
        run(sms);
        assertEquals(1, mail.got.size());
        assertEquals(List.of(), sms.got);
        Duration waits = Duration.between(Instant.now(), next());
        assertTrue(Math.abs(waits.toMinutes() - 570) <= 1, waits.toString());
        assertEquals(1, count("channel = 'sms' and attempts = 0"), "to wait is no attempt");
        clock.at("2026-12-02T01:00:00");
        makeDue();
        run(sms);
        assertEquals(1, sms.got.size());
    }

    @Test
    void whatWasTakenAndNotFinishedGoesOutAgainOnlyAfterItsLeaseAndUnderTheSameId() {
        invoice();
        UUID taken = queue.take(ChannelKind.EMAIL, 10, ZoneOffset.UTC).get(0).id(); // and the node dies
        run(mail);
        assertEquals(List.of(), mail.got);
        assertTrue(next().isAfter(Instant.now().plusSeconds(200)), "who took it has a head start");
        makeDue();
        run(mail);
        run(mail);
        assertEquals(taken, mail.only().id(), "a peer that knows ids recognises it");
    }

    @Test
    void aPeerThatFailsIsTriedAgainLaterAndLater() {
        invoice();
        mail.answer = message -> new Outcome.Later("no answer");
        for (long seconds : new long[] {15, 30, 60, 120}) {
            run(mail);
            long waits = Duration.between(Instant.now(), next()).toSeconds();
            assertTrue(Math.abs(waits - seconds) <= 2, waits + " s instead of " + seconds);
            makeDue();
        }
        assertEquals(
                4,
                sql().number(
                                "select count(*) from delivery_attempts where outcome = 'later' and detail = 'no answer'"));
    }

    @Test
    void aPeerThatIsDownRestsAndCostsNoMessageItsAttempts() {
        for (int i = 0; i < 12; i++) {
            invoice();
        }
        mail.answer = message -> new Outcome.Later("connection refused");
        run(mail);
        assertEquals(5, mail.got.size(), "after five failures in a row nothing is tried");
        assertEquals(7, count("status = 'waiting' and attempts = 0 and next_at <= now()"));
        run(mail);
        assertEquals(5, mail.got.size());
        overdue();
        run(sms);
        assertEquals(1, sms.got.size(), "the others go on");
        sql().update("update channel_states set rests_to = now() - interval '1 second'");
        run(mail);
        assertEquals(6, mail.got.size(), "one tries whether it is back");
        assertTrue(
                sql().number("select extract(epoch from rests_to - now())::integer from channel_states") > 50,
                "and then it rests longer");
        mail.answer = message -> new Outcome.Sent(null);
        sql().update("update channel_states set rests_to = now() - interval '1 second'");
        makeDue();
        run(mail);
        assertEquals(0, sql().number("select count(*) from channel_states"));
        assertEquals(13, count("channel = 'email' and status = 'sent'"));
    }

    @Test
    void whatIsGivenUpIsParkedAndSentAgainWhenSomebodyWantsIt() {
        invoice();
        sql().update("update messages set attempts = 29");
        mail.answer = message -> new Outcome.Later("no answer");
        run(mail);
        assertEquals(1, count("status = 'dead' and failure = 'no answer' and next_at is null"));
        makeDue();
        run(mail);
        assertEquals(1, mail.got.size());
        MessageLog log = new MessageLog(sql());
        assertEquals(1, log.countDead(ChannelKind.EMAIL));
        assertEquals(0, log.countDead(ChannelKind.SMS));
        UUID dead = log.dead(null, 0, 20).get(0).id();
        mail.answer = message -> new Outcome.Sent("r1");
        assertTrue(log.replay(dead));
        assertFalse(log.replay(dead), "once");
        run(mail);
        assertEquals(1, count("status = 'sent' and reference = 'r1'"));
        assertEquals(
                List.of("later", "sent"),
                log.attempts(dead).stream().map(DeliveryAttempt::outcome).toList());
    }

    @Test
    void aMessageThatCannotBePutIntoWordsHoldsUpNoOther() {
        consumer.on(event(customer, "billing.payment.succeeded", Map.of("amount", "five", "currency", "RUB")));
        invoice();
        run(mail);
        assertEquals("Счёт 000000007", mail.only().subject());
        assertEquals(1, count("status = 'dead'"));
    }

    @Test
    void aPeerThatThrowsHarmsOneMessage() {
        invoice();
        invoice();
        mail.answer = message -> {
            if (mail.got.size() == 1) {
                throw new IllegalStateException("a mistake of ours");
            }
            return new Outcome.Sent(null);
        };
        run(mail);
        assertEquals(1, count("status = 'dead'"));
        assertEquals(1, count("status = 'sent'"));
    }

    @Test
    void anAddressThatIsNoMoreIsLeftAloneUntilThereIsAnother() {
        invoice();
        mail.answer = message -> new Outcome.Gone("550 5.1.1 no such mailbox");
        run(mail);
        assertEquals(1, count("status = 'dead'"));
        invoice();
        assertEquals(1, count("true"), "nothing is written to it any more");
        Sql.in(Database.owner()).update("update customers set email = 'other@example.org' where id = ?", customer);
        mail.answer = message -> new Outcome.Sent(null);
        invoice();
        run(mail);
        assertEquals(1, count("status = 'sent' and sent_to = 'other@example.org'"));
    }

    @Test
    void somebodyMaySendItOnceMoreAtAnyHour() {
        overdue();
        run(sms);
        quiet("22:00", "08:00", null);
        clock.at("2026-12-01T23:00:00");
        MessageLog log = new MessageLog(sql());
        UUID sent = log.ofCustomer(customer, 0, 20).stream()
                .filter(row -> row.channel() == NoticeChannel.SMS)
                .findFirst()
                .orElseThrow()
                .id();
        assertTrue(log.resend(sent).isPresent());
        run(sms);
        assertEquals(2, sms.got.size());
        assertTrue(!sms.got.get(0).id().equals(sms.got.get(1).id()), "it is a message of its own");
        assertEquals(3, log.countOfCustomer(customer));
    }

    @Test
    void whatAPeerReportsLaterIsWrittenDownOnce() {
        overdue();
        run(sms);
        run(mail);
        Reports reports = new Reports(Database.app());
        String reference = "ref-" + sms.only().id();
        reports.arrived(ChannelKind.EMAIL, reference, true, null);
        reports.arrived(ChannelKind.SMS, "nobody's", true, null);
        assertEquals(0, count("status = 'delivered'"));
        reports.arrived(ChannelKind.SMS, reference, true, null);
        reports.arrived(ChannelKind.SMS, reference, false, "a repetition");
        assertEquals(1, count("channel = 'sms' and status = 'delivered'"));
        reports.arrived(ChannelKind.EMAIL, "ref-" + mail.only().id(), false, "mailbox full");
        assertEquals(1, count("channel = 'email' and status = 'dead' and failure = 'mailbox full'"));
    }

    @Test
    void aReportThatIsQuickerThanOurNoteOfTheAnswerCountsToo() {
        Reports reports = new Reports(Database.app());
        Map<Integer, Boolean> delivered = Map.of(1, true, 2, false);
        sms.answer = message -> {
            int no = sms.got.size();
            reports.arrived(ChannelKind.SMS, "early-" + no, delivered.get(no), "ABSENT");
            reports.arrived(ChannelKind.SMS, "early-" + no, !delivered.get(no), "a repetition");
            return new Outcome.Sent("early-" + no);
        };
        overdue();
        overdue();
        run(sms);
        assertEquals(1, count("channel = 'sms' and status = 'delivered' and failure is null"));
        assertEquals(1, count("channel = 'sms' and status = 'dead' and failure = 'ABSENT' and sent_at is not null"));
        UUID first = sql().first(
                        "select id from messages where reference = 'early-1'", row -> row.getObject(1, UUID.class))
                .orElseThrow();
        assertEquals(
                List.of("sent", "delivered"),
                new MessageLog(sql())
                        .attempts(first).stream().map(DeliveryAttempt::outcome).toList());
        reports.arrived(ChannelKind.SMS, "early-1", false, "late");
        assertEquals(1, count("channel = 'sms' and status = 'delivered'"));
        assertEquals(0, sql().number("select count(*) from early_reports"), "nothing is left over");
    }

    @Test
    void aReportAndTheNoteOfTheAnswerThatComeAtOnceMeet() throws Exception {
        Reports reports = new Reports(Database.app());
        sms.answer = message -> new Outcome.Sent("race-" + message.id());
        for (int i = 0; i < 20; i++) {
            overdue();
        }
        List<UUID> ids = sql().list(
                        "select id from messages where channel = 'sms' order by next_at",
                        row -> row.getObject(1, UUID.class));
        Thread gateway =
                new Thread(() -> ids.forEach(id -> reports.arrived(ChannelKind.SMS, "race-" + id, true, null)));
        gateway.start();
        run(sms);
        gateway.join();
        assertEquals(20, count("channel = 'sms' and status = 'delivered'"));
    }

    @Test
    void whatNobodyWaitsForIsForgottenAfterADay() {
        Reports reports = new Reports(Database.app());
        reports.arrived(ChannelKind.SMS, "others-1", true, null);
        reports.arrived(ChannelKind.EMAIL, "<others@example.org>", false, "no such mailbox");
        assertEquals(
                1, sql().number("select count(*) from early_reports"), "a letter of ours has a name before it goes");
        sql().update("update early_reports set at = at - interval '25 hours'");
        reports.arrived(ChannelKind.SMS, "others-2", true, null);
        assertEquals(List.of("others-2"), sql().list("select reference from early_reports", row -> row.getString(1)));
    }

    @Test
    void whatHappenedMoreThanAWeekAgoIsListedAndNotSent() {
        Instant week = clock.at("2026-06-01T12:00:00").instant().minus(Duration.ofDays(7));
        consumer.onAll(List.of(
                overdue(week.minusSeconds(1)), // mandatory, by letter and SMS
                overdue(week)));
        assertEquals(
                2,
                sql().number("select count(*) from notifications where customer_id = ?", customer),
                "both are listed");
        assertEquals(
                List.of("email", "sms"),
                sql().list(
                                """
                                select m.channel from messages m join notifications n on n.id = m.notice_id
                                where m.status = 'too-old' and n.created_at < ? order by m.channel""",
                                row -> row.getString(1),
                                week));
        run(mail);
        run(sms);
        assertEquals(1, mail.got.size());
        assertEquals(1, sms.got.size());
        assertEquals(
                2,
                new MessageLog(sql())
                        .ofCustomer(customer, 0, 20).stream()
                                .filter(row -> row.status() == MessageStatus.TOO_OLD)
                                .count(),
                "the log says why");
    }

    @Test
    void nothingIsOldThatIsNotByBusinessTimeAndByTheMachines() {
        clock.at("2020-01-10T12:00:00"); // behind the machine
        overdue();
        clock.at("2090-01-10T12:00:00"); // ahead of it
        consumer.on(overdue(Instant.now()));
        assertEquals(4, count("status = 'waiting'"));
    }

    @Test
    void whatWasTooOldIsSentWhenSomebodyWantsIt() {
        clock.at("2026-06-01T12:00:00");
        consumer.on(overdue(clock.instant().minus(Duration.ofDays(8))));
        MessageLog log = new MessageLog(sql());
        UUID old = log.ofCustomer(customer, 0, 20).stream()
                .filter(row -> row.channel() == NoticeChannel.EMAIL)
                .findFirst()
                .orElseThrow()
                .id();
        assertFalse(log.replay(old), "not with those that were given up");
        assertTrue(log.resend(old).isPresent());
        run(mail);
        assertEquals(1, mail.got.size());
    }

    @Test
    void noMoreGoOutAtATimeThanThePeerBears() {
        for (int i = 0; i < 7; i++) {
            invoice();
        }
        dispatcher(mail).run(5);
        assertEquals(5, mail.got.size());
        assertEquals(2, count("status = 'waiting' and attempts = 0"));
    }

    @Test
    void whatTheProgramAndTheSchemaSayOfTopicsIsTheSame() {
        Map<String, Boolean> mandatory = new HashMap<>();
        sql().list(
                        "select topic, bool_and(mandatory) from notice_channels group by topic",
                        row -> mandatory.put(row.getString(1), row.getBoolean(2)));
        assertEquals(NoticeTopic.values().length, mandatory.size());
        for (NoticeTopic topic : NoticeTopic.values()) {
            assertEquals(topic.isMandatory(), mandatory.get(topic.code()), topic.code());
        }
        assertNotNull(Sql.in(Database.app())
                .first("select 1 from notice_channels where topic = 'debt' and mandatory", row -> 1)
                .orElse(null));
    }

    private void run(Peer peer) {
        dispatcher(peer).run(100);
    }

    private Dispatcher dispatcher(Peer peer) {
        UnsubscribeLinks links = new UnsubscribeLinks(new KeyVault("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        return new Dispatcher(Database.app(), queue, breaker, links, peer, clock);
    }

    private void makeDue() {
        sql().update("update messages set next_at = now() - interval '1 second' where status = 'waiting'");
    }

    private Instant next() {
        return sql().first("select max(next_at) from messages where status = 'waiting'", row -> row.getTimestamp(1)
                        .toInstant())
                .orElseThrow();
    }

    private long count(String where) {
        return sql().number("select count(*) from messages where " + where);
    }

    private void choose(PreferenceRows.Choice... choices) {
        new PreferenceRows(sql()).choose(customer, List.of(choices));
    }

    private void quiet(String from, String to, @Nullable String zone) {
        QuietTimes times = new QuietTimes(java.time.LocalTime.parse(from), java.time.LocalTime.parse(to));
        new PreferenceRows(sql()).keep(customer, new PreferenceRows.Settings(times, zone, false, 0), clock.instant());
    }

    private void invoice() {
        consumer.on(event(customer, "billing.invoice.created", BILL));
    }

    private void overdue() {
        consumer.on(overdue(clock.instant()));
    }

    private Event overdue(Instant at) {
        Map<String, Object> data = new HashMap<>(BILL);
        data.put("days", 3);
        data.put("customerId", customer.toString());
        return Event.of("billing.invoice.reminded", "/test", Ids.next(), data, at);
    }

    private static final Map<String, Object> BILL =
            Map.of("number", "000000007", "amount", "1650.00", "currency", "RUB", "dueDate", "2026-12-15");

    private Event event(UUID whose, String type, Map<String, Object> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("customerId", whose.toString());
        return Event.of(type, "/test", Ids.next(), all, clock.instant());
    }

    private static Sql sql() {
        return Sql.in(Database.app());
    }

    private static UUID customer(@Nullable String email, @Nullable String phone) {
        UUID id = Ids.next();
        Sql.in(Database.owner())
                .update(
                        """
                        insert into customers (id, kind, full_name, contract_number, email, phone, currency, created_at, updated_at)
                        values (?, 'person', 'Ёлкин', ?, ?, ?, 'RUB', now(), now())""",
                        id,
                        id.toString(),
                        email,
                        phone);
        return id;
    }
}

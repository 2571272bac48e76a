package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uplink.notification.control.MessageLog;
import uplink.notification.control.PreferenceRows;
import uplink.notification.control.channel.Message;
import uplink.shared.Event;
import uplink.shared.Sql;
import uplink.testing.Database;

/** From an event to what a peer is handed, by the ways that its customer wants. */
class MessageFlowTest extends MessageFlowCases {

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

    private void choose(PreferenceRows.Choice... choices) {
        new PreferenceRows(sql()).choose(customer, List.of(choices));
    }

    private void quiet(String from, String to, @Nullable String zone) {
        QuietTimes times = new QuietTimes(java.time.LocalTime.parse(from), java.time.LocalTime.parse(to));
        new PreferenceRows(sql()).keep(customer, new PreferenceRows.Settings(times, zone, false, 0), clock.instant());
    }
}

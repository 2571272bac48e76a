package uplink.notification.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uplink.notification.boundary.NoticeChannel.APP;
import static uplink.notification.boundary.NoticeChannel.EMAIL;
import static uplink.notification.boundary.NoticeChannel.SMS;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uplink.notification.boundary.Notice;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.boundary.NoticeTopic;
import uplink.notification.boundary.Notifications;
import uplink.notification.campaign.boundary.Campaign;
import uplink.notification.campaign.boundary.CampaignResult;
import uplink.notification.campaign.boundary.CampaignStart;
import uplink.notification.campaign.boundary.CampaignStatus;
import uplink.notification.campaign.boundary.CampaignSteps;
import uplink.notification.control.MessageLog;
import uplink.notification.control.PreferenceRows;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Doing;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;

/** To whom a campaign goes, in what words, how fast, how often; and what the report says of it. */
class CampaignSendingTest extends CampaignCases {

    @Test
    void eachWhoHasAgreedGetsItByEachWayInTheirLanguage() {
        customer("anna");
        UUID boris = customer("boris");
        sql.update("update customers set locale = 'en' where id = ?", boris);
        UUID id = sent(600, EMAIL, SMS, APP).id();
        send(mail);
        send(sms);
        work();
        assertEquals(Set.of("Привет, anna!", "Hello, boris!"), texts(mail.got));
        assertEquals(Set.of("Привет, anna!", "Hello, boris!"), texts(sms.got));
        Message letter = mail.got.get(0);
        assertEquals("Тема", letter.subject());
        assertTrue(
                letter.data().get("unsubscribe").contains("/api/v1/notifications/unsubscribe?token="),
                "whoever does not want it says so with one click");
        assertEquals(CampaignStatus.DONE, get(id).status());
        assertEquals(new CampaignResult(EMAIL, 0, 2, 0, 0, 0, 0, 0, null), result(id, EMAIL));
        assertEquals(new CampaignResult(APP, 0, 2, 0, 0, 0, 0, 0, 0L), result(id, APP));
    }

    @Test
    void whoHasNotAgreedOrSwitchedItOffOrHasNoAddressIsLeftOutAndCounted() {
        stranger("vera", "vera@example.org", "+79990009999");
        choose(customer("galina"), EMAIL, false);
        UUID dmitri = stranger("dmitri", null, "+79990008888");
        agree(dmitri);
        UUID past = customer("elena");
        withdrawConsent(past);
        UUID erased = customer("foma");
        UUID id = draft(600, EMAIL, SMS, APP).id();
        as(operator, () -> campaigns.order(id, new CampaignStart(null, null)));
        Sql.in(Database.owner())
                .update(
                        """
                        update customers set erased_at = now(), status = 'closed', full_name = contract_number, email = null,
                            phone = null where id = ?""",
                        erased);
        work();
        send(mail);
        send(sms);
        work();
        assertEquals(List.of(), mail.got);
        assertEquals(Set.of("Привет, galina!", "Привет, dmitri!"), texts(sms.got));
        assertEquals(
                new CampaignResult(EMAIL, 0, 0, 0, 0, 2, 1, 2, null),
                result(id, EMAIL),
                "who was erased has no address");
        assertEquals(new CampaignResult(SMS, 0, 2, 0, 0, 2, 0, 1, null), result(id, SMS));
        assertEquals(new CampaignResult(APP, 0, 2, 0, 0, 2, 0, 1, 0L), result(id, APP));
        assertEquals(0, sql.number("select count(*) from messages where customer_id in (?, ?)", past, erased));
    }

    @Test
    void whatIsRightAtTheMomentOfSendingCounts() {
        UUID anna = customer("anna");
        UUID boris = customer("boris");
        UUID vera = customer("vera");
        UUID galina = customer("galina");
        UUID id = sent(600, EMAIL).id();
        sql.update("update customers set locale = 'en', email = 'new@example.org' where id = ?", anna);
        withdrawConsent(boris);
        choose(vera, EMAIL, false);
        sql.update("update customers set email = null where id = ?", galina);
        send(mail);
        work();
        assertEquals("Hello, anna!", mail.only().text());
        assertEquals("new@example.org", mail.only().to());
        assertEquals(new CampaignResult(EMAIL, 0, 1, 0, 0, 1, 1, 1, null), result(id, EMAIL));
        assertEquals(CampaignStatus.DONE, get(id).status());
    }

    @Test
    void whatSomebodySendsOnceMoreNeedsTheConsentToo() {
        UUID anna = customer("anna");
        sent(600, EMAIL);
        send(mail);
        UUID message = sql.first("select id from messages", row -> row.getObject(1, UUID.class))
                .orElseThrow();
        new MessageLog(sql).resend(message);
        withdrawConsent(anna);
        send(mail);
        assertEquals(1, mail.got.size());
        assertEquals(1, sql.number("select count(*) from messages where no = 1 and status = 'no-consent'"));
    }

    @Test
    void noMoreGoOutInAMinuteThanThePace() {
        for (int i = 0; i < 7; i++) {
            customer("c" + i);
        }
        UUID id = sent(3, EMAIL, SMS).id();
        send(mail);
        send(mail);
        send(sms);
        assertEquals(3, mail.got.size());
        assertEquals(3, sms.got.size(), "each way by itself");
        assertEquals(4, result(id, EMAIL).waiting());
        minuteLater();
        send(mail);
        assertEquals(6, mail.got.size());
        minuteLater();
        send(mail);
        assertEquals(7, mail.got.size());
        assertEquals(7, new HashSet<>(mail.got.stream().map(Message::to).toList()).size());
    }

    @Test
    void whatIsStoppedStopsInTheQueueTooAndGoesOnFromThere() {
        for (int i = 0; i < 5; i++) {
            customer("c" + i);
        }
        UUID id = sent(2, EMAIL).id();
        send(mail);
        as(operator, () -> campaigns.stop(id));
        minuteLater();
        send(mail);
        work();
        assertEquals(2, mail.got.size());
        assertEquals(CampaignStatus.STOPPED, get(id).status());
        refusedState(() -> campaigns.stop(id));
        as(operator, () -> campaigns.resume(id));
        for (int i = 0; i < 2; i++) {
            send(mail);
            minuteLater();
        }
        work();
        assertEquals(5, mail.got.size());
        assertEquals(CampaignStatus.DONE, get(id).status());
    }

    @Test
    void otherMessagesGoBeforeThoseOfCampaigns() {
        UUID anna = customer("anna");
        sent(600, EMAIL);
        sql.update("update messages set next_at = now() - interval '1 hour'");
        sql.update(
                """
                insert into notifications (id, customer_id, kind, event_id, data, created_at)
                values ('00000000-0000-7000-8000-0000000000aa', ?, 'service-restored', ?, '{}', now())""",
                anna,
                anna);
        sql.update(
                """
                insert into messages (id, notice_id, customer_id, topic, channel, created_at, next_at)
                values (next_uuid7(), '00000000-0000-7000-8000-0000000000aa', ?, 'services', 'email', now(), now())""",
                anna);
        send(mail);
        assertEquals(
                List.of("service-restored", "campaign"),
                mail.got.stream().map(message -> message.data().get("kind")).toList());
    }

    @Test
    void aServerThatDiesInTheMiddleTellsNobodyTwice() {
        many(CampaignSteps.CHUNK * 2 + 10);
        UUID id = draft(6000, APP, EMAIL).id();
        order(id, CampaignSteps.CHUNK * 2 + 10);
        steps.diesAt = 1;
        assertThrows(Steps.Killed.class, this::work);
        assertEquals(CampaignSteps.CHUNK, get(id).told());
        work();
        Campaign now = get(id);
        assertEquals(now.total(), now.told());
        assertEquals(
                now.total(),
                sql.number("select count(distinct customer_id) from notifications where kind = 'campaign'"));
        assertEquals(now.total(), sql.number("select count(*) from notifications where kind = 'campaign'"));
        assertEquals(now.total(), sql.number("select count(*) from messages"));
        assertEquals(3, sql.number("select count(*) from audit_log where action = 'campaign.chunk'"));
    }

    @Test
    void aStopHoldsBetweenChunks() {
        many(CampaignSteps.CHUNK + 10);
        UUID id = draft(6000, APP).id();
        order(id, CampaignSteps.CHUNK + 10);
        steps.after = () -> {
            steps.after = () -> {};
            as(operator, () -> campaigns.stop(id));
        };
        work();
        assertEquals(CampaignSteps.CHUNK, get(id).told());
        assertEquals(CampaignSteps.CHUNK, result(id, APP).sent());
        as(operator, () -> campaigns.resume(id));
        work();
        assertEquals(CampaignStatus.DONE, get(id).status());
        assertEquals(CampaignSteps.CHUNK + 10, result(id, APP).sent());
    }

    @Test
    void whatThePeerRefusesIsCountedAndWaitsAgainWhenSomebodyWantsIt() {
        customer("anna");
        UUID id = sent(600, EMAIL).id();
        mail.answer = message -> new Outcome.Refused("spam");
        send(mail);
        work();
        assertEquals(1, result(id, EMAIL).failed());
        assertEquals(CampaignStatus.DONE, get(id).status());
        mail.answer = message -> new Outcome.Sent("r");
        new MessageLog(sql).replayAll(null);
        send(mail);
        assertEquals(1, result(id, EMAIL).sent());
        assertEquals(0, result(id, EMAIL).failed());
    }

    @Test
    void theListShowsItWhereThatIsOneOfItsWaysAndKnowsWhoHasReadIt() {
        UUID anna = customer("anna");
        sent(600, EMAIL);
        UUID id = sent(600, APP).id();
        Notifications own = boundaries.get(Notifications.class);
        Caller caller =
                new Caller(UUID.randomUUID(), anna, "anna", Set.of(Permission.SELF_READ, Permission.SELF_WRITE));
        List<Notice> list = Callers.as(
                caller,
                () -> boundaries.call(() -> own.list(PageRequest.of(20, null)).items()));
        assertEquals(1, list.size(), "a campaign by letter is in no list");
        assertEquals("Привет, anna!", list.get(0).text().in(Locale.forLanguageTag("ru")));
        assertEquals("Hello, anna!", list.get(0).text().in(Locale.ENGLISH));
        assertEquals(1L, Callers.as(caller, () -> boundaries.call(own::unread)));
        Callers.run(caller, () -> boundaries.run(() -> own.read(list.get(0).id())));
        assertEquals(1L, result(id, APP).opened());
    }

    @Test
    void shortMessagesWaitForTheEndOfQuietHours() {
        UUID anna = customer("anna");
        sql.update(
                """
                insert into notice_settings (customer_id, quiet_from, quiet_to, updated_at)
                values (?, '11:00', '13:00', now())""",
                anna);
        UUID id = sent(600, SMS).id();
        send(sms);
        work();
        assertEquals(List.of(), sms.got);
        assertEquals(CampaignStatus.RUNNING, get(id).status(), "it is not over while somebody waits");
        boundaries.today(LocalDate.of(2026, 11, 21));
        sql.update("delete from notice_settings");
        sql.update("update messages set next_at = now()");
        send(sms);
        work();
        assertEquals(1, sms.got.size());
        assertEquals(CampaignStatus.DONE, get(id).status());
    }

    private void order(UUID id, int count) {
        as(operator, () -> campaigns.order(id, new CampaignStart(null, count)));
        as(Doing.somebody(), () -> campaigns.approve(id, null));
    }

    private void many(int count) {
        sql.update(
                """
                insert into customers (id, kind, full_name, contract_number, email, currency, created_at, updated_at)
                select ('00000000-0001-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'person', 'Абонент ' || n, 'M-' || n,
                    'm' || n || '@example.org', 'RUB', now(), now() from generate_series(1, ?) n""",
                count);
        sql.update(
                """
                insert into consents (id, customer_id, kind, given_on, source, created_at)
                select next_uuid7(), id, 'marketing', '2026-11-01', 'paper', now() from customers
                where contract_number like 'M-%'""");
    }

    private void minuteLater() {
        sql.update("update messages set sent_at = sent_at - interval '61 seconds' where sent_at is not null");
    }

    private void choose(UUID customer, NoticeChannel way, boolean wanted) {
        new PreferenceRows(sql).choose(customer, List.of(new PreferenceRows.Choice(NoticeTopic.OFFERS, way, wanted)));
    }

    private void refusedState(Supplier<?> call) {
        refused(ProblemType.INVALID_STATE, () -> as(operator, call));
    }

    private static Set<String> texts(List<Message> messages) {
        return messages.stream().map(Message::text).collect(Collectors.toSet());
    }
}

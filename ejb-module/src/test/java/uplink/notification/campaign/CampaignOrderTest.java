package uplink.notification.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uplink.notification.boundary.NoticeChannel.APP;
import static uplink.notification.boundary.NoticeChannel.EMAIL;
import static uplink.notification.boundary.NoticeChannel.PUSH;
import static uplink.notification.boundary.NoticeChannel.SMS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.bulk.boundary.BulkFilter;
import uplink.bulk.boundary.Many;
import uplink.customer.boundary.CustomerKind;
import uplink.notification.boundary.MessagePreview;
import uplink.notification.campaign.boundary.Campaign;
import uplink.notification.campaign.boundary.CampaignAudience;
import uplink.notification.campaign.boundary.CampaignPlan;
import uplink.notification.campaign.boundary.CampaignQuery;
import uplink.notification.campaign.boundary.CampaignStart;
import uplink.notification.campaign.boundary.CampaignStatus;
import uplink.notification.campaign.boundary.CampaignTest;
import uplink.notification.campaign.boundary.CampaignTrial;
import uplink.notification.campaign.boundary.CampaignTrials;
import uplink.notification.campaign.boundary.CampaignWording;
import uplink.shared.BusinessClock;
import uplink.shared.DatabaseException;
import uplink.shared.Doing;
import uplink.shared.PageRequest;
import uplink.shared.ProblemType;

/** A campaign before it is sent: planned, written, counted, tried, ordered, approved, withdrawn. */
class CampaignOrderTest extends CampaignCases {

    @Test
    void aPlanThatMakesNoSenseIsRefusedAtItsFields() {
        assertEquals(
                List.of("name", "filter", "channels", "perMinute"),
                fields(refused(
                        ProblemType.VALIDATION,
                        () -> as(operator, () -> campaigns.create(new CampaignPlan(" ", null, List.of(), 0))))));
        Campaign draft =
                as(operator, () -> campaigns.create(new CampaignPlan("Осень", ALL, List.of(SMS, EMAIL), null)));
        assertEquals(List.of(EMAIL, SMS), draft.channels());
        assertEquals(600, draft.perMinute());
        assertEquals(
                List.of("subject", "body"),
                fields(refused(
                        ProblemType.VALIDATION,
                        () -> as(
                                operator,
                                () -> campaigns.write(
                                        draft.id(), new CampaignWording(EMAIL, "ru", null, "Счёт {number}"))))));
        assertEquals(
                List.of("channel"),
                fields(refused(
                        ProblemType.VALIDATION,
                        () -> as(
                                operator,
                                () -> campaigns.write(draft.id(), new CampaignWording(APP, "ru", null, "Привет"))))));
    }

    @Test
    void whatIsMissingIsToldBeforeAnythingIsSent() {
        customer("anna");
        UUID id = as(operator, () -> campaigns.create(new CampaignPlan("Осень", ALL, List.of(EMAIL, PUSH), 60)))
                .id();
        as(operator, () -> campaigns.write(id, new CampaignWording(EMAIL, "ru", "Тема", "Привет")));
        Instant past = boundaries.get(BusinessClock.class).instant().minus(Duration.ofHours(1));
        assertEquals(
                List.of("texts", "channels", "startsAt"),
                fields(refused(
                        ProblemType.VALIDATION,
                        () -> as(operator, () -> campaigns.order(id, new CampaignStart(past, null))))));
        assertEquals(CampaignStatus.DRAFT, get(id).status());
        UUID nobody = draft(60, EMAIL).id();
        sql.update("update campaigns set filter = '{\"tag\": \"none\"}' where id = ?", nobody);
        assertEquals(
                List.of("filter"),
                fields(refused(
                        ProblemType.VALIDATION,
                        () -> as(operator, () -> campaigns.order(nobody, new CampaignStart(null, null))))));
    }

    @Test
    void aDraftIsChangedFromTheVersionThatWasSeenAndAnOrderedOneNotAtAll() {
        customer("anna");
        Campaign draft = draft(60, EMAIL, SMS);
        Campaign changed = as(
                operator,
                () -> campaigns.change(draft.id(), new CampaignPlan("Зима", ALL, List.of(EMAIL), 30), draft.version()));
        assertEquals("Зима", changed.name());
        assertEquals(2, changed.texts().size(), "the words of the other way are gone");
        refused(
                ProblemType.STALE,
                () -> as(
                        operator,
                        () -> campaigns.change(
                                draft.id(), new CampaignPlan("Весна", ALL, List.of(EMAIL), 30), draft.version())));
        as(operator, () -> campaigns.order(draft.id(), new CampaignStart(null, 1)));
        CampaignPlan plan = new CampaignPlan("Лето", ALL, List.of(EMAIL), 30);
        refused(ProblemType.INVALID_STATE, () -> as(operator, () -> campaigns.change(draft.id(), plan, null)));
        refused(
                ProblemType.INVALID_STATE,
                () -> as(operator, () -> campaigns.write(draft.id(), new CampaignWording(EMAIL, "ru", "А", "Б"))));
        refused(
                ProblemType.INVALID_STATE,
                () -> as(operator, () -> campaigns.order(draft.id(), new CampaignStart(null, 1))));
        refused(
                ProblemType.INVALID_STATE,
                () -> as(operator, () -> {
                    campaigns.remove(draft.id());
                    return true;
                }));
    }

    @Test
    void itBeginsAtItsTimeAndGoesToThoseOfTheMomentWhenItWasOrdered() {
        customer("anna");
        UUID id = draft(60, EMAIL).id();
        Instant tomorrow = boundaries.get(BusinessClock.class).instant().plus(Duration.ofHours(20));
        as(operator, () -> campaigns.order(id, new CampaignStart(tomorrow, null)));
        customer("boris");
        work();
        assertEquals(CampaignStatus.SCHEDULED, get(id).status());
        assertEquals(0, sql.number("select count(*) from messages"));
        boundaries.today(LocalDate.of(2026, 11, 21));
        work();
        assertEquals(CampaignStatus.RUNNING, get(id).status());
        send(mail);
        assertEquals("anna@example.org", mail.only().to());
        refused(ProblemType.INVALID_STATE, () -> as(operator, () -> campaigns.withdraw(id)));
    }

    @Test
    void untilItBeginsItCanBeWithdrawnAndIsADraftAgain() {
        customer("anna");
        UUID id = draft(60, EMAIL).id();
        Instant tomorrow = boundaries.get(BusinessClock.class).instant().plus(Duration.ofHours(20));
        as(operator, () -> campaigns.order(id, new CampaignStart(tomorrow, null)));
        Campaign back = as(operator, () -> campaigns.withdraw(id));
        assertEquals(CampaignStatus.DRAFT, back.status());
        assertEquals(0, back.total());
        assertNull(back.startsAt());
        assertEquals(0, sql.number("select count(*) from campaign_recipients"));
        as(operator, () -> campaigns.order(id, new CampaignStart(null, null)));
        work();
        send(mail);
        assertEquals(1, mail.got.size());
    }

    @Test
    void toManyItNeedsTheRightNumberAndASecondPerson() {
        for (int i = 0; i <= Many.COUNTED_ABOVE; i++) {
            customer("c" + i);
        }
        int many = Many.COUNTED_ABOVE + 1;
        UUID id = draft(6000, EMAIL).id();
        for (Integer said : new Integer[] {null, many - 1}) {
            assertEquals(
                    List.of("count"),
                    fields(refused(
                            ProblemType.VALIDATION,
                            () -> as(operator, () -> campaigns.order(id, new CampaignStart(null, said))))));
        }
        Campaign waits = as(operator, () -> campaigns.order(id, new CampaignStart(null, many)));
        assertEquals(CampaignStatus.WAITING, waits.status());
        work();
        assertEquals(0, sql.number("select count(*) from messages"));
        refused(ProblemType.FORBIDDEN, () -> as(operator, () -> campaigns.approve(id, null)));
        UUID second = Doing.somebody();
        assertThrows(
                DatabaseException.class,
                () -> sql.update("update campaigns set approved_by = created_by where id = ?", id),
                "the schema holds it too");
        assertEquals(
                List.of("note"),
                fields(refused(ProblemType.VALIDATION, () -> as(second, () -> campaigns.refuse(id, " ")))));
        Campaign refused = as(second, () -> campaigns.refuse(id, "Не сейчас"));
        assertEquals(CampaignStatus.DRAFT, refused.status());
        assertEquals("Не сейчас", refused.note());
        as(operator, () -> campaigns.order(id, new CampaignStart(null, many)));
        assertEquals(
                CampaignStatus.SCHEDULED,
                as(second, () -> campaigns.approve(id, null)).status());
        refused(ProblemType.INVALID_STATE, () -> as(second, () -> campaigns.approve(id, null)));
        work();
        assertEquals(many, sql.number("select count(*) from messages"));
        assertNotNull(get(id).decidedBy());
    }

    @Test
    void itIsCountedBeforehandWhomItReaches() {
        customer("anna");
        stranger("boris", "boris@example.org", null);
        agree(stranger("vera", null, "+79990007777"));
        CampaignAudience audience = as(operator, () -> campaigns.getAudience(ALL));
        assertEquals(3, audience.found());
        assertEquals(2, audience.agreed());
        assertEquals(
                List.of(
                        new CampaignAudience.Way(APP, 2),
                        new CampaignAudience.Way(EMAIL, 1),
                        new CampaignAudience.Way(SMS, 2),
                        new CampaignAudience.Way(PUSH, 0)),
                audience.ways());
        BulkFilter companies = new BulkFilter(null, null, CustomerKind.COMPANY, null, null);
        assertEquals(0, as(operator, () -> campaigns.getAudience(companies)).found());
    }

    @Test
    void itIsReadAsACustomerAndSentToWhoeverAsks() {
        UUID anna = customer("anna");
        CampaignTrials trials = boundaries.get(CampaignTrials.class);
        MessagePreview shown = as(
                operator,
                () -> trials.getPreview(new CampaignTrial(SMS, "en", null, "Hello, {name} of {contract}", anna, null)));
        assertEquals("Hello, anna of K-0", shown.text());
        assertEquals(1, shown.parts());
        CampaignTrial letter = new CampaignTrial(EMAIL, "ru", "Тема", "Привет, {name}!", null, null);
        assertEquals(operator + "@example.org", as(operator, () -> trials.send(letter)));
        assertEquals("Привет, Анна Соколова!", mail.only().text());
        assertEquals(
                "boss@example.org",
                as(
                        operator,
                        () -> trials.send(
                                new CampaignTrial(EMAIL, "en", "Hi", "Hello, {name}!", anna, " boss@example.org "))));
        assertEquals("Hello, anna!", mail.got.get(1).text());
        assertEquals(
                List.of("address"),
                fields(refused(
                        ProblemType.VALIDATION,
                        () -> as(
                                operator,
                                () -> trials.send(new CampaignTrial(SMS, "ru", null, "Привет", null, null))))));
        UUID kept = draft(60, SMS).id();
        assertEquals(
                "+79990001234",
                as(operator, () -> trials.send(kept, new CampaignTest(SMS, "en", anna, "8 (999) 000-12-34"))));
        assertEquals("Hello, anna!", sms.only().text());
        assertEquals(
                List.of("channel"),
                fields(refused(
                        ProblemType.VALIDATION,
                        () -> as(operator, () -> trials.send(kept, new CampaignTest(EMAIL, "en", anna, null))))));
        assertEquals(0, sql.number("select count(*) from messages"), "a trial is no message");
    }

    @Test
    void theListIsFilteredAndSortedAndCut() {
        UUID first = as(operator, () -> campaigns.create(new CampaignPlan("Подарки к Ёлке", ALL, List.of(APP), 60)))
                .id();
        UUID second = as(operator, () -> campaigns.create(new CampaignPlan("Акция", ALL, List.of(APP), 60)))
                .id();
        assertEquals(
                List.of(second, first),
                ids(campaigns.list(new CampaignQuery(null, null, CampaignQuery.Sort.NAME, true, 0, 20))));
        assertEquals(
                List.of(first),
                ids(campaigns.list(new CampaignQuery("елк", null, CampaignQuery.Sort.CREATED, false, 0, 20))));
        assertEquals(
                0,
                campaigns.count(new CampaignQuery(null, CampaignStatus.DONE, CampaignQuery.Sort.CREATED, true, 0, 20)));
        var page = campaigns.page(CampaignStatus.DRAFT, PageRequest.of(1, null));
        assertEquals(List.of(second), ids(page.items()));
        assertEquals(
                List.of(first),
                ids(campaigns
                        .page(CampaignStatus.DRAFT, PageRequest.of(1, page.nextCursor()))
                        .items()));
        assertTrue(page.items().get(0).createdBy().contains("Somebody"));
    }

    private static List<UUID> ids(List<Campaign> campaigns) {
        return campaigns.stream().map(Campaign::id).toList();
    }
}

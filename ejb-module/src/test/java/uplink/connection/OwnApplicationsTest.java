package uplink.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationMail;
import uplink.connection.boundary.ApplicationMails;
import uplink.connection.boundary.MyApplication;
import uplink.connection.boundary.NewApplication;
import uplink.connection.boundary.OwnApplication;
import uplink.customer.boundary.ErasureObstacle;
import uplink.customer.control.ErasureObstacles;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.ProblemType;

/** What applicants see, and what is written to them. */
class OwnApplicationsTest extends ApplicationCases {

    @Test
    void aCustomerAsksAndSeesOnlyTheirOwn() {
        UUID customer = desk.customer("Абонентов", 1).id();
        Caller caller = desk.caller(customer);
        Caller other = desk.caller(desk.customer("Другой", 1).id());
        MyApplication mine = Callers.as(
                caller,
                () -> desk.boundaries.call(() -> site.applying.ask(
                        new OwnApplication("Дача, участок 5", null, null), Locale.forLanguageTag("ru"))));
        assertEquals("Дача, участок 5", mine.address());
        Application kept = site.applications.get(mine.id());
        assertEquals(customer, kept.customerId());
        assertEquals("Абонентов", kept.contactName(), "who it is, is known");
        assertEquals(List.of(mine.id()), own(caller));
        assertTrue(isInTheWay(customer), "who waits for us is not forgotten");
        assertEquals(List.of(), own(other));
        site.refuse(kept, "Сети там нет", true);
        assertFalse(isInTheWay(customer));
        MyApplication answer =
                Callers.as(caller, () -> site.applying.mine(Locale.ENGLISH)).get(0);
        assertEquals("Сети там нет", answer.reason());
        assertTrue(answer.awaitsCoverage());
    }

    private boolean isInTheWay(UUID customer) {
        return new ErasureObstacles(desk.boundaries.sql())
                .of(customer, Site.TODAY).stream()
                        .anyMatch(obstacle -> obstacle.kind() == ErasureObstacle.Kind.APPLICATION);
    }

    private List<UUID> own(Caller caller) {
        return Callers.as(caller, () -> site.applying.mine(Locale.ENGLISH)).stream()
                .map(MyApplication::id)
                .toList();
    }

    @Test
    void nobodyFillsTheBoardAlone() {
        Caller caller = desk.caller(desk.customer("Частый", 1).id());
        for (int i = 0; i < 10; i++) {
            Callers.as(
                    caller,
                    () -> desk.boundaries.call(
                            () -> site.applying.ask(new OwnApplication("Мира 1", null, null), Locale.ENGLISH)));
        }
        refused(
                ProblemType.NOT_ALLOWED,
                () -> Callers.as(
                        caller,
                        () -> desk.boundaries.call(
                                () -> site.applying.ask(new OwnApplication("Мира 1", null, null), Locale.ENGLISH))));
    }

    @Test
    void theApplicantIsWrittenToWhileItIsTrue() {
        ApplicationMails mails = desk.boundaries.get(ApplicationMails.class);
        String address = Ids.next() + "@example.org";
        Application made = site.find(
                site.apply(new NewApplication("Почтовый", null, address, "Мира 12", null, null, true), Locale.ENGLISH));
        ApplicationMail mail =
                mails.of("customer.application.created", made.id()).orElseThrow();
        assertEquals(address, mail.address());
        assertEquals(Locale.ENGLISH, mail.locale());
        assertEquals(List.of(made.number(), "Мира 12", ""), mail.arguments().subList(0, 3));
        site.accepted(made);
        assertNotNull(mails.of("customer.application.feasible", made.id()).orElse(null));
        site.refuse(site.applications.get(made.id()), "Нет портов", false);
        assertTrue(mails.of("customer.application.feasible", made.id()).isEmpty(), "it is not so any more");
        assertEquals(
                "Нет портов",
                mails.of("customer.application.refused", made.id())
                        .orElseThrow()
                        .arguments()
                        .get(2));
        assertTrue(mails.of("customer.application.created", Ids.next()).isEmpty());
    }

    /** Who types somebody else's address again and again does not make us a nuisance to them. */
    @Test
    void anAddressGetsAFewMailsADay() {
        ApplicationMails mails = desk.boundaries.get(ApplicationMails.class);
        String address = "Victim" + Ids.next() + "@example.org";
        List<Application> made = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> site.find(site.apply(new NewApplication(
                        "Шутник",
                        null,
                        i % 2 == 0 ? address : address.toLowerCase(Locale.ROOT),
                        "Мира",
                        null,
                        null,
                        true))))
                .toList();
        assertEquals(
                List.of(true, true, true, false, false),
                made.stream()
                        .map(one -> mails.of("customer.application.created", one.id())
                                .isPresent())
                        .toList());
        desk.boundaries.today(LocalDate.of(2026, 12, 1));
        Application later =
                site.find(site.apply(new NewApplication("Шутник", null, address, "Мира", null, null, true)));
        assertTrue(mails.of("customer.application.created", later.id()).isPresent());
    }
}

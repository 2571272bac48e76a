package uplink.billing.dunning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.dunning.boundary.AccessGaps;
import uplink.billing.dunning.boundary.Dunning;
import uplink.billing.dunning.boundary.DunningDay;
import uplink.billing.life.Life;
import uplink.customer.boundary.ContractChange;
import uplink.customer.boundary.NewAddress;
import uplink.network.boundary.NewOutage;
import uplink.network.boundary.Outage;
import uplink.network.boundary.OutagePlace;
import uplink.network.boundary.Outages;
import uplink.shared.Sql;

/** Reminders, suspension, restoration, write-off by policy: the outcome day by day. */
class DunningTest {

    /** A Tuesday; due on the 11th, a Friday; five days of grace end on Wednesday the 16th. */
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private Life life = new Life(DECEMBER, "500.00");
    private final Sql sql = life.provider.sql;

    @AfterEach
    void close() throws Exception {
        sql.update("update policies set is_active = false where code in ('strict', 'gentle')");
        life.close();
    }

    /** From the beginning under another of the policies that come with the product. */
    private void under(String policy) throws Exception {
        life.close();
        sql.update("update policies set is_active = true where code = ?", policy);
        life = new Life(DECEMBER, "500.00");
    }

    private void connected() {
        life.expect("subscription.activated", "billing.invoice.created 500.00");
    }

    @Test
    void remindersGraceSuspensionAndTheRestoringPayment() {
        connected();
        life.until("2026-12-07").expect();
        life.until("2026-12-08").expect("billing.invoice.reminded -3");
        life.until("2026-12-11").expect("billing.invoice.reminded 0");
        life.until("2026-12-12").expect("billing.invoice.overdue");
        life.until("2026-12-14").expect("billing.invoice.reminded 3");
        life.until("2026-12-16").expect();
        assertEquals("active", life.status());
        life.until("2026-12-17").expect("subscription.suspended debt");
        assertEquals("suspended", life.status());
        life.until("2026-12-20").expect("billing.invoice.created credit-note 241.94");
        life.owes("258.06");
        life.pays("258.05").expect("billing.payment.succeeded 258.05");
        assertEquals("suspended", life.status(), "a kopeck is missing");
        life.pays("0.01")
                .expect("subscription.restored money", "billing.payment.succeeded 0.01", "billing.invoice.paid");
        assertEquals("active", life.status());
        assertEquals(0, life.count("select count(*) from suspensions where customer_id = ? and ended_at is null"));
        life.until("2026-12-21").expect("billing.invoice.created 193.55");
        life.owes("193.55");
    }

    @Test
    void nobodyIsSuspendedOnAWeekendOrAHoliday() {
        sql.update("insert into calendar_days values ('ru', '2026-12-17', 'off', 'Праздник', 'Holiday'), ('ru',"
                + " '2026-12-18', 'off', 'Праздник', 'Holiday'), ('ru', '2026-12-20', 'work', 'Рабочий',"
                + " 'Working')");
        try {
            life.until("2026-12-19");
            assertEquals("active", life.status(), "Thursday and Friday are holidays, and then it is Saturday");
            assertEquals(0, life.count("select count(*) from unpaid_but_on where customer_id = ?"));
            life.until("2026-12-20");
            assertEquals("suspended", life.status(), "a Sunday on which people work");
        } finally {
            sql.update("delete from calendar_days where day between '2026-12-17' and '2026-12-20'");
        }
    }

    @Test
    void theSameDayAgainDoesNothing() {
        life.until("2026-12-17");
        life.expect(
                "subscription.activated",
                "billing.invoice.created 500.00",
                "billing.invoice.reminded -3",
                "billing.invoice.reminded 0",
                "billing.invoice.overdue",
                "billing.invoice.reminded 3",
                "subscription.suspended debt");
        life.dunAgain();
        life.expect();
    }

    @Test
    void daysThatWereMissedAreCaughtUpOnceAndNotRepeated() {
        connected();
        life.boundaries.today(LocalDate.of(2026, 12, 12));
        life.day();
        life.expect("billing.invoice.overdue", "billing.invoice.reminded 0");
        life.boundaries.today(LocalDate.of(2026, 12, 22));
        life.day();
        life.expect("subscription.suspended debt");
    }

    @Test
    void whereTheFeeGoesOnNothingComesBack() throws Exception {
        under("gentle");
        connected();
        life.until("2026-12-28")
                .expect(
                        "billing.invoice.reminded -3",
                        "billing.invoice.reminded 0",
                        "billing.invoice.overdue",
                        "billing.invoice.reminded 3",
                        "billing.invoice.reminded 7",
                        "subscription.suspended debt");
        life.until("2027-01-02").expect("billing.invoice.created 500.00");
        life.owes("1000.00");
        life.pays("400.00").expect("subscription.restored money", "billing.payment.succeeded 400.00");
        assertEquals("active", life.status(), "a hundred roubles of debt are no matter");
        life.until("2027-01-04").expect();
    }

    @Test
    void aCreditByHandRestoresToo() {
        life.until("2026-12-17");
        life.isCredited("500.00");
        assertEquals("active", life.status());
    }

    @Test
    void aLimitThatIsRaisedRestoresWithTheNextDay() {
        life.until("2026-12-17");
        sql.update("update customers set credit_limit = 1000 where id = ?", life.customer);
        assertEquals(1, life.count("select count(*) from paid_but_off where customer_id = ?"));
        assertEquals(List.of("paid-but-off 2026-12-17 500.00 RUB"), gaps());
        life.until("2026-12-18");
        assertEquals("active", life.status());
        assertEquals(0, life.count("select count(*) from paid_but_off where customer_id = ?"));
    }

    @Test
    void whoIsOnAlthoughTheyOweIsFound() {
        life.until("2026-12-17");
        assertEquals(0, life.count("select count(*) from unpaid_but_on where customer_id = ?"));
        sql.update(
                "update subscriptions set status = 'active', updated_at = updated_at - interval '1 hour' where id = ?",
                life.subscription);
        assertEquals(1, life.count("select count(*) from unpaid_but_on where customer_id = ?"));
        assertEquals(List.of("unpaid-but-on 2026-12-11 500.00 RUB"), gaps());
        sql.update("update access_gaps set services = -1");
        life.boundaries.run(() -> life.boundaries.get(AccessGaps.class).count());
        assertEquals(
                sql.number("select count(*) from unpaid_but_on"),
                sql.number("select services from access_gaps where kind = 'unpaid-but-on'"));
        sql.update("update subscriptions set status = 'suspended' where id = ?", life.subscription);
    }

    /** Of this customer, as the console shows them. */
    private List<String> gaps() {
        return life.boundaries.get(AccessGaps.class).list().stream()
                .filter(gap -> gap.customerId().equals(life.customer))
                .map(gap -> gap.kind().code() + " " + gap.since() + " " + gap.debt() + " " + gap.currency())
                .toList();
    }

    @Test
    void whatADayCameToIsKept() {
        life.until("2026-12-17");
        DunningDay last = life.boundaries.get(Dunning.class).listDays(1).get(0);
        assertEquals(life.today(), last.day());
        assertEquals(1, last.suspended());
        assertEquals(0, last.writtenOff());
        assertNotNull(last.finishedAt());
        List<DunningDay> days = life.boundaries.get(Dunning.class).listDays(5);
        assertEquals(5, days.size());
        assertEquals(LocalDate.of(2026, 12, 13), days.get(4).day());
        assertEquals(1, days.get(3).reminded(), "three days late");
    }

    @Test
    void staffMayGiveServiceBackAndTheNextDayTakesItAgain() {
        life.until("2026-12-17");
        life.does(() -> life.desk.subscriptions.resume(life.subscription, life.today()));
        assertEquals(
                List.of("staff"),
                sql.list(
                        "select ended_by from suspensions where customer_id = ?",
                        row -> row.getString(1),
                        life.customer));
        life.until("2026-12-18");
        assertEquals("suspended", life.status());
    }

    @Test
    void whoHasFewerDaysToPayIsSuspendedEarlier() throws Exception {
        under("strict");
        life.until("2026-12-06");
        assertEquals("active", life.status(), "due on a Sunday");
        life.until("2026-12-08")
                .expect(
                        "subscription.activated",
                        "billing.invoice.created 500.00",
                        "billing.invoice.reminded -3",
                        "billing.invoice.reminded -1",
                        "billing.invoice.reminded 0",
                        "billing.invoice.overdue",
                        "subscription.suspended debt",
                        "billing.invoice.created credit-note 403.23");
    }

    @Test
    void whatNobodyPaysIsGivenUpOnceWithAReasonAndServiceDoesNotComeBack() throws Exception {
        under("strict");
        life.until("2026-12-08");
        sql.update(
                "update invoices set issued_on = '2025-10-01', due_date = '2025-11-01' where customer_id = ? and kind"
                        + " = 'invoice'",
                life.customer);
        life.expect(
                "subscription.activated",
                "billing.invoice.created 500.00",
                "billing.invoice.reminded -3",
                "billing.invoice.reminded -1",
                "billing.invoice.reminded 0",
                "billing.invoice.overdue",
                "subscription.suspended debt",
                "billing.invoice.created credit-note 403.23");
        life.until("2026-12-09").expect("subscription.cancelled", "billing.invoice.written-off 96.77");
        assertEquals("cancelled", life.status());
        assertEquals(
                List.of(new BigDecimal("96.77")),
                sql.list(
                        """
                        select t.amount from transactions t join ledger_accounts a on a.id = t.debit_account
                        where t.credit_account = ? and a.code = 'write-offs' and t.reason like '%срок оплаты%'""",
                        row -> row.getBigDecimal(1), life.customer));
        life.dunAgain();
        life.until("2026-12-12").expect();
        life.owes("0.00");
    }

    /** A house of its own for the customer, at which service is down from now on. */
    private Outage down() {
        String city = "Сеть " + life.customer;
        NewAddress house = new NewAddress(null, city, "Мира", "1", null, null, null, null);
        UUID contract =
                life.desk.customers.get(life.customer).contracts().get(0).id();
        life.does(() -> life.desk.contracts.change(contract, null, new ContractChange(null, null, house)));
        List<OutagePlace> places = List.of(new OutagePlace(city, "Мира", null));
        return life.does(() -> outages().declare(new NewOutage(places, "Обрыв", "Cut", null, null, null)));
    }

    private Outages outages() {
        return life.boundaries.get(Outages.class);
    }

    private long unpaidButOn() {
        return life.count("select count(*) from unpaid_but_on where customer_id = ?");
    }

    @Test
    void whileAnOutageLastsNobodyIsRemindedOrSuspendedAndAfterItEverybodyIs() {
        connected();
        life.until("2026-12-08").expect("billing.invoice.reminded -3");
        Outage outage = down();
        life.until("2026-12-12").expect("billing.invoice.overdue");
        life.until("2026-12-13").expect();
        life.does(() -> outages().end(outage.id(), null));
        life.until("2026-12-14").expect("billing.invoice.reminded 3");
        Outage second = down();
        life.until("2026-12-22").expect();
        assertEquals("active", life.status());
        assertEquals(0, unpaidButOn(), "it is no gap: they wait");
        life.does(() -> outages().end(second.id(), null));
        assertEquals(0, unpaidButOn(), "nor is it before the next day's work");
        life.until("2026-12-23").expect("subscription.suspended debt");
        assertEquals("suspended", life.status());
    }

    @Test
    void aReminderThatAnOutageHeldBackIsCaughtUp() {
        connected();
        life.until("2026-12-10").expect("billing.invoice.reminded -3");
        Outage outage = down();
        life.until("2026-12-12").expect("billing.invoice.overdue");
        life.does(() -> outages().end(outage.id(), null));
        life.until("2026-12-13").expect("billing.invoice.reminded 0");
    }

    @Test
    void whereThePolicySaysSoAnOutageChangesNothing() {
        connected();
        life.until("2026-12-02");
        down();
        sql.update("update dunning_terms set outages_wait = false where policy_id = (select id from policies where code"
                + " = 'suspend')");
        try {
            life.until("2026-12-17")
                    .expect(
                            "billing.invoice.reminded -3",
                            "billing.invoice.reminded 0",
                            "billing.invoice.overdue",
                            "billing.invoice.reminded 3",
                            "subscription.suspended debt");
        } finally {
            sql.update("update dunning_terms set outages_wait = true");
        }
    }

    @Test
    void whatIsOnlyPlannedMakesNobodyWait() {
        connected();
        Outage outage = down();
        life.does(() -> outages().end(outage.id(), null));
        List<OutagePlace> places = outage.places();
        Instant later = DECEMBER.plusDays(40).atStartOfDay(ZoneOffset.UTC).toInstant();
        life.does(() -> outages().declare(new NewOutage(places, "Работы", "Works", null, later, null)));
        life.until("2026-12-17");
        assertEquals("suspended", life.status());
    }
}

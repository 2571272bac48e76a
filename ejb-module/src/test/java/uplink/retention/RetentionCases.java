package uplink.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uplink.customer.boundary.CustomerDetail;
import uplink.retention.boundary.RetentionChange;
import uplink.retention.boundary.RetentionNights;
import uplink.retention.boundary.RetentionResult;
import uplink.retention.boundary.RetentionRule;
import uplink.retention.boundary.RetentionRules;
import uplink.retention.boundary.RetentionRun;
import uplink.retention.boundary.RetentionRuns;
import uplink.retention.boundary.RetentionWork;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Doing;
import uplink.shared.Sql;
import uplink.shared.jobs.JobWanted;
import uplink.shared.jobs.Schedule;
import uplink.testing.Database;
import uplink.testing.Desk;

/** A provider whose customers have left, and its nights. */
abstract class RetentionCases {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final LocalDate LONG_AGO = LocalDate.of(2021, 1, 1);

    Desk provider;
    RetentionRules rules;
    RetentionRuns runs;
    RetentionNights nights;
    Steps steps;
    Sql sql;
    UUID staff;

    @BeforeEach
    void open() {
        Database.isolate();
        provider = new Desk(TODAY);
        steps = new Steps(provider.boundaries);
        provider.boundaries.with(RetentionWork.class, steps);
        rules = provider.boundaries.get(RetentionRules.class);
        runs = provider.boundaries.get(RetentionRuns.class);
        nights = provider.boundaries.get(RetentionNights.class);
        sql = provider.boundaries.sql();
        staff = Doing.somebody();
        provider.boundaries.observe(JobWanted.class, wanted -> assertEquals("housekeeping", wanted.job()));
    }

    @AfterEach
    void close() throws Exception {
        provider.close();
        Database.rejoin();
    }

    /** Somebody whose only contract ended on that day. */
    CustomerDetail left(String name, LocalDate day) {
        CustomerDetail customer = provider.customer(name, 1);
        sql.update(
                "update contracts set status = 'terminated', closed_on = ? where customer_id = ?", day, customer.id());
        return customer;
    }

    RetentionRule change(String code, RetentionChange change) {
        return Doing.as(
                staff,
                RetentionRules.class,
                "update",
                () -> provider.boundaries.call(() -> rules.update(code, null, change)));
    }

    /** Persons are erased from now on, at most so many a night. */
    void erasing(int perNight) {
        change("customers", new RetentionChange(true, 60, perNight, "приказ № 7"));
    }

    RetentionRun night(LocalDate day) {
        provider.boundaries.today(day);
        return work(day.atTime(LocalTime.of(4, 40))
                .atZone(ZoneId.of("Europe/Moscow"))
                .toInstant());
    }

    RetentionRun work(Instant due) {
        Callers.run(Caller.system("housekeeping"), () -> nights.run(due));
        return provider.boundaries.call(() -> runs.get(runs.list(0, 1).get(0).id()));
    }

    RetentionRun asked() {
        return Doing.as(staff, RetentionRuns.class, "start", () -> provider.boundaries.call(() -> runs.start()));
    }

    static RetentionResult result(RetentionRun run, String rule) {
        return run.results().stream()
                .filter(one -> one.code().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    List<String> names() {
        return sql.list("select full_name from customers where erased_at is null order by 1", row -> row.getString(1));
    }

    static List<String> fields(Runnable work) {
        return assertThrows(BusinessException.class, work::run).errors().stream()
                .map(error -> error.field())
                .toList();
    }

    /** At which a night's work is due. */
    static Schedule nightly() {
        return Schedule.daily(LocalTime.of(4, 40));
    }
}

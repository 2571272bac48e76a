package uplink.shared.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import javax.sql.DataSource;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** Makes the coming months' partitions before anybody needs them. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class Partitions implements Job {

    private static final int MONTHS_AHEAD = 14;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    protected Partitions() {}

    Partitions(DataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "partitions";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(0, 1));
    }

    @Override
    public void run(Instant dueAt) {
        LocalDate today = clock.today();
        Sql.in(database).number("select ensure_partitions(?, ?)", today, today.plusMonths(MONTHS_AHEAD));
    }
}

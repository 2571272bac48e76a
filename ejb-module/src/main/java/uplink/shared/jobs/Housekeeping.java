package uplink.shared.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** Throws away what has served its time; in small transactions, so that nobody has to wait. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class Housekeeping implements Job {

    private static final int BATCH = 10_000;
    private static final long NANOS = 1_000_000_000L;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected Housekeeping() {}

    Housekeeping(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "housekeeping";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(4, 40));
    }

    @Override
    public void run(Instant dueAt) {
        Instant now = SystemTime.now();
        delete("inbox", "received_at", now.minus(Duration.ofDays(60)));
        delete("idempotency_keys", "created_at", monthsBefore(now, 13));
        delete("login_attempts", "at", now.minus(Duration.ofDays(30)));
        delete("one_time_tokens", "expires_at", now.minus(Duration.ofDays(30)));
        delete("sessions", "expires_at", now.minus(Duration.ofDays(30)));
        delete("registrations", "expires_at", now.minus(Duration.ofDays(1)));
        delete("mails", "created_at", monthsBefore(now, 3));
        delete("job_runs", "started_at", monthsBefore(now, 13));
        delete("rate_limits", "full_at", now.minus(Duration.ofHours(1)).getEpochSecond() * NANOS);
    }

    private void delete(String table, String column, Object before) {
        String sql = "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s < ? limit %3$d))"
                .formatted(table, column, BATCH);
        while (Sql.in(database).update(sql, before) == BATCH) {
            // and the next batch
        }
    }

    private static Instant monthsBefore(Instant now, int months) {
        return now.atZone(ZoneOffset.UTC).minus(Period.ofMonths(months)).toInstant();
    }
}

package uplink.bench.meter;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** Measures work done by this JVM and one PostgreSQL server that nobody else uses meanwhile. */
public final class Meter {

    /** Work that may fail as JDBC does. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    private record Reading(long nanos, long jvm, long postgres, long walPosition, long fullPages) {}

    private final DataSource superuser;
    private final long postmaster;

    public Meter(DataSource superuser, long postmaster) {
        this.superuser = superuser;
        this.postmaster = postmaster;
    }

    /** Starts from a checkpoint and a collected heap, so that what came before is not paid for here. */
    public Cost of(Work work) throws SQLException {
        System.gc();
        try (Connection connection = superuser.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("checkpoint");
            String load = ProcFs.loadAverage();
            ProcFs.forgetPeakMemory();
            HeapWatch.instance().forget();
            Reading before = read(sql);
            work.run();
            Reading after = read(sql);
            return new Cost(
                    Duration.ofNanos(after.nanos - before.nanos),
                    after.jvm - before.jvm,
                    after.postgres - before.postgres,
                    after.walPosition - before.walPosition,
                    after.fullPages - before.fullPages,
                    ProcFs.statusKib("VmHWM"),
                    HeapWatch.instance().peakBytes(),
                    load);
        }
    }

    private Reading read(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery(
                "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint, wal_fpi from pg_stat_wal")) {
            row.next();
            return new Reading(
                    System.nanoTime(),
                    jvmMicros(),
                    ProcFs.cpuMicrosOfFamily(postmaster),
                    row.getLong(1),
                    row.getLong(2));
        }
    }

    private static long jvmMicros() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1000;
    }
}

package uplink.bench;

/** On what was measured. */
public final class Machine {
    private Machine() {}

    public static String describe() {
        Runtime runtime = Runtime.getRuntime();
        return "# Bench\n\n" + runtime.availableProcessors() + " cores, Java " + Runtime.version() + ", heap at most "
                + (runtime.maxMemory() >> 20) + " MiB, PostgreSQL 18 embedded, fsync and synchronous_commit on\n\n";
    }
}

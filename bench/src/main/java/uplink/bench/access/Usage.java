package uplink.bench.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import uplink.bench.fault.LiveSystem;

/** Time, and what the processes of the system and this one used of the processor meanwhile, in µs. */
public record Usage(
        double seconds, double applicationMicros, double databaseMicros, double brokerMicros, double clientMicros) {

    /** Linux's unit for all programs, whatever its kernel counts in. */
    private static final double TICKS_A_SECOND = 100;

    public static Usage of(LiveSystem system, Runnable work) {
        Usage before = now(system);
        work.run();
        Usage after = now(system);
        return new Usage(
                after.seconds - before.seconds,
                after.applicationMicros - before.applicationMicros,
                after.databaseMicros - before.databaseMicros,
                after.brokerMicros - before.brokerMicros,
                after.clientMicros - before.clientMicros);
    }

    public double serverMicros() {
        return applicationMicros + databaseMicros;
    }

    private static Usage now(LiveSystem system) {
        ProcessHandle database = ProcessHandle.of(system.pid("postgres")).orElseThrow();
        return new Usage(
                System.nanoTime() / 1e9,
                micros(ProcessHandle.of(system.pid("app")).stream()),
                micros(Stream.concat(Stream.of(database), database.descendants())) + ended(database),
                micros(ProcessHandle.of(system.pid("broker")).stream()),
                micros(Stream.of(ProcessHandle.current())));
    }

    /** Of connections that are closed: the clients of a floor take theirs with them, and the postmaster has their sums. */
    private static double ended(ProcessHandle database) {
        return Stream.concat(Stream.of(database), database.descendants())
                        .map(process -> Path.of("/proc", Long.toString(process.pid()), "stat"))
                        .mapToLong(Usage::ticksOfEnded)
                        .sum()
                * 1e6
                / TICKS_A_SECOND;
    }

    /** The 16th and 17th field of a process's line, counted behind the name, which may hold spaces. */
    private static long ticksOfEnded(Path stat) {
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        } catch (IOException e) {
            return 0; // it has just ended itself: its parent has the sum
        }
    }

    private static double micros(Stream<ProcessHandle> processes) {
        return processes
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toNanos())
                        .sum()
                / 1000.0;
    }
}

package uplink.bench.access;

import java.time.Duration;
import java.util.stream.Stream;
import uplink.bench.fault.LiveSystem;

/** Time, and what the processes of the system and this one used of the processor meanwhile, in µs. */
public record Usage(
        double seconds, double applicationMicros, double databaseMicros, double brokerMicros, double clientMicros) {

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
                micros(Stream.concat(Stream.of(database), database.descendants())),
                micros(ProcessHandle.of(system.pid("broker")).stream()),
                micros(Stream.of(ProcessHandle.current())));
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

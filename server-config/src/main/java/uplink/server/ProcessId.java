package uplink.server;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A process of this machine, told apart from a later one with the same number by its start. */
record ProcessId(long number, long startedAt) {

    static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), started(process));
    }

    static Optional<ProcessId> read(PropertyFile file) {
        return file.get("pid")
                .map(Long::parseLong)
                .flatMap(pid -> file.get("started").map(Long::parseLong).map(start -> new ProcessId(pid, start)));
    }

    Map<String, String> properties() {
        return Map.of("pid", Long.toString(number), "started", Long.toString(startedAt));
    }

    /** The process, if it still lives. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(number).filter(ProcessHandle::isAlive).filter(process -> started(process) == startedAt);
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}

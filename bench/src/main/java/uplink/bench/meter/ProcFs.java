package uplink.bench.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Linux' own figures about processes. One tick is 10 ms: {@code USER_HZ} is 100 on every Linux that runs Java 17. */
final class ProcFs {
    private static final long MICROS_PER_TICK = 10_000;
    private static final Path PROC = Path.of("/proc");

    private ProcFs() {}

    /** Processor time of a process and of all its children, living or ended. */
    static long cpuMicrosOfFamily(long parent) {
        while (true) {
            Map<Long, List<String>> before = children(parent);
            List<String> own = stat(parent);
            // a child that ends in between would be counted twice or not at all
            if (children(parent).keySet().equals(before.keySet())) {
                long sum = ticks(own, 11, 14);
                for (List<String> child : before.values()) {
                    sum += ticks(child, 11, 12);
                }
                return sum * MICROS_PER_TICK;
            }
        }
    }

    private static Map<Long, List<String>> children(long parent) {
        Map<Long, List<String>> children = new TreeMap<>();
        for (long pid : pids()) {
            List<String> fields = stat(pid);
            if (!fields.isEmpty() && Long.parseLong(fields.get(1)) == parent) {
                children.put(pid, fields);
            }
        }
        return children;
    }

    /** A line of {@code /proc/self/status} in KiB, for example {@code VmHWM}. */
    static long statusKib(String name) {
        return read(PROC.resolve("self/status"))
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Makes the peak of this process's memory start again from now. */
    static void forgetPeakMemory() {
        try {
            Files.writeString(PROC.resolve("self/clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String loadAverage() {
        String[] parts = read(PROC.resolve("loadavg")).split(" ", -1);
        return parts[0] + " " + parts[1] + " " + parts[2];
    }

    /** The fields from the third on ({@code state} is 0): the second, the name, may hold blanks. Empty: it is gone. */
    private static List<String> stat(long pid) {
        try {
            String line = Files.readString(PROC.resolve(pid + "/stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long ticks(List<String> fields, int first, int last) {
        return fields.isEmpty()
                ? 0
                : fields.subList(first, last + 1).stream()
                        .mapToLong(Long::parseLong)
                        .sum();
    }

    private static List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        try (Stream<Path> entries = Files.list(PROC)) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .forEach(name -> pids.add(Long.valueOf(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pids;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

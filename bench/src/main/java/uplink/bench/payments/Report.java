package uplink.bench.payments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import uplink.bench.Machine;

/** What was measured, medians of all turns, and whether the two wrote the same. */
record Report(String how, List<Turn> floor, List<Turn> ours, List<String> findings) {

    boolean isRight() {
        return rows(floor).equals(rows(ours)) && findings.isEmpty();
    }

    String text() throws IOException {
        List<Double> ratios = IntStream.range(0, floor.size())
                .mapToObj(i -> ours.get(i).rate() / floor.get(i).rate())
                .toList();
        StringBuilder text = new StringBuilder(Machine.describe())
                .append("Load average at the end: ")
                .append(Files.readString(Path.of("/proc/loadavg")).strip())
                .append("\n\n| payments, ")
                .append(how)
                .append(", medians of ")
                .append(floor.size())
                .append(" turns | pgbench, one statement | `POST /admin/payments` |\n|---|---|---|\n");
        row(text, "a second", Turn::rate);
        row(text, "processor each, µs: database", Turn::databaseMicros);
        row(text, "… application", Turn::applicationMicros);
        row(text, "… the client of this measurement", Turn::clientMicros);
        text.append(String.format(Locale.ROOT, "| answer, ms: median, p99 | – | %.1f, %.1f |%n", late(50), late(99)))
                .append("| rows each | ")
                .append(rows(floor))
                .append(" | ")
                .append(rows(ours))
                .append(" |\n\n")
                .append(String.format(
                        Locale.ROOT,
                        "Ratio: %.2f (goal 0.45; the turns: %s).%n",
                        median(ratios),
                        ratios.stream()
                                .map(r -> String.format(Locale.ROOT, "%.2f", r))
                                .toList()))
                .append(isRight() ? "" : "WRONG: not the same rows, or these findings: " + findings + "\n");
        return text.toString();
    }

    private void row(StringBuilder text, String what, ToDoubleFunction<Turn> figure) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f |%n",
                what,
                median(floor.stream().map(figure::applyAsDouble).toList()),
                median(ours.stream().map(figure::applyAsDouble).toList())));
    }

    /** The median turn's. */
    private double late(int percent) {
        return median(ours.stream()
                .map(turn -> turn.millis().get(turn.millis().size() * percent / 100))
                .toList());
    }

    /** Rows a payment, by table. */
    private static Map<String, String> rows(List<Turn> turns) {
        double done = turns.stream().mapToLong(Turn::done).sum();
        Map<String, Long> sums = new TreeMap<>();
        turns.forEach(turn -> turn.rows().forEach((table, rows) -> sums.merge(table, rows, Long::sum)));
        Map<String, String> each = new TreeMap<>();
        sums.forEach((table, sum) -> each.put(table, String.format(Locale.ROOT, "%.2f", sum / done)));
        return each;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}

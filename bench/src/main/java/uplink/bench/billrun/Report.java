package uplink.bench.billrun;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import uplink.bench.Provider;
import uplink.bench.meter.Cost;

/** The rounds as a Markdown page: medians, ratios, and every round, so that the spread can be seen. */
record Report(Provider provider, int workers, int chunkSize, List<Round> rounds) {

    /** One measured column: what was done, and by how many invoices it is divided. */
    private record Work(String name, Function<Round, Cost> cost, ToLongFunction<Round> invoices) {}

    private static final List<Work> WORKS = List.of(
            new Work("first month of a new installation", Round::first, Round::firstInvoices),
            new Work("preview of the second month", Round::preview, Round::invoices),
            new Work("commit of the second month", Round::second, Round::invoices),
            new Work("floor: plain SQL, the same rows", Round::floor, Round::invoices));

    String markdown() {
        StringBuilder page = new StringBuilder();
        Round any = rounds.get(0);
        page.append("## Bill run: ")
                .append(provider.size())
                .append(" subscriptions of ")
                .append(provider.customers())
                .append(" customers, ")
                .append(any.invoices())
                .append(" invoices with ")
                .append(any.lines())
                .append(" lines\n\n")
                .append(workers)
                .append(" workers, chunks of ")
                .append(chunkSize)
                .append(" customers (floor 10000), seed ")
                .append(provider.seed())
                .append(", medians of ")
                .append(rounds.size())
                .append(" rounds\n\n");
        page.append("| work | seconds | invoices/s | CPU µs per invoice | of it JVM | WAL bytes per invoice"
                + " | peak RSS MiB | heap held MiB | load before |\n|---|---|---|---|---|---|---|---|---|\n");
        WORKS.forEach(work -> page.append(row(work)));
        page.append("\n| ratio | figure | goal |\n|---|---|---|\n");
        ratio(page, "CPU, commit / floor", cpu(2), cpu(3), "≤ 1.3");
        ratio(page, "WAL, commit / floor", wal(2), wal(3), "≤ 1.05");
        ratio(page, "time, commit / floor", time(2), time(3), "");
        ratio(page, "CPU, preview / commit", cpu(1), cpu(2), "≤ 0.3");
        ratio(page, "time, first month of a new installation / second", time(0), time(2), "< 3");
        page.append("\n| round | first s | preview s | commit s | floor s | commit CPU µs | floor CPU µs | ratio |\n"
                + "|---|---|---|---|---|---|---|---|\n");
        for (int i = 0; i < rounds.size(); i++) {
            page.append(round(i));
        }
        return page.toString();
    }

    private String row(Work work) {
        Function<Round, Cost> cost = work.cost;
        return "| " + work.name
                + " | " + text(median(r -> seconds(cost.apply(r))), 1)
                + " | " + text(median(r -> work.invoices.applyAsLong(r) / seconds(cost.apply(r))), 0)
                + " | " + text(median(r -> per(cost.apply(r).cpuMicros(), r, work)), 1)
                + " | " + text(median(r -> per(cost.apply(r).jvmMicros(), r, work)), 1)
                + " | " + text(median(r -> per(cost.apply(r).walBytes(), r, work)), 0)
                + " | " + text(median(r -> cost.apply(r).peakRssKib() / 1024.0), 0)
                + " | " + text(median(r -> cost.apply(r).peakHeapBytes() / 1048576.0), 0)
                + " | " + cost.apply(rounds.get(0)).loadBefore() + " |\n";
    }

    private static void ratio(StringBuilder page, String name, double ours, double floor, String goal) {
        page.append("| ")
                .append(name)
                .append(" | ")
                .append(text(ours / floor, 2))
                .append(" | ")
                .append(goal);
        page.append(" |\n");
    }

    private String round(int i) {
        Round r = rounds.get(i);
        return "| " + (i + 1)
                + " | " + text(seconds(r.first()), 1)
                + " | " + text(seconds(r.preview()), 1)
                + " | " + text(seconds(r.second()), 1)
                + " | " + text(seconds(r.floor()), 1)
                + " | " + text(per(r.second().cpuMicros(), r, WORKS.get(2)), 1)
                + " | " + text(per(r.floor().cpuMicros(), r, WORKS.get(3)), 1)
                + " | " + text((double) r.second().cpuMicros() / r.floor().cpuMicros(), 2) + " |\n";
    }

    private double cpu(int work) {
        Work w = WORKS.get(work);
        return median(r -> per(w.cost.apply(r).cpuMicros(), r, w));
    }

    private double wal(int work) {
        Work w = WORKS.get(work);
        return median(r -> per(w.cost.apply(r).walBytes(), r, w));
    }

    private double time(int work) {
        Work w = WORKS.get(work);
        return median(r -> seconds(w.cost.apply(r)) / w.invoices.applyAsLong(r));
    }

    private static double per(long amount, Round round, Work work) {
        return (double) amount / work.invoices.applyAsLong(round);
    }

    private static double seconds(Cost cost) {
        return cost.wall().toNanos() / 1e9;
    }

    private double median(Function<Round, Double> figure) {
        List<Double> sorted = rounds.stream().map(figure).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String text(double figure, int scale) {
        return BigDecimal.valueOf(figure).setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }
}

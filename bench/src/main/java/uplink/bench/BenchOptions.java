package uplink.bench;

import java.util.Iterator;
import java.util.List;

/**
 * The command line of {@code bench/run}.
 *
 * @param size subscriptions
 * @param rounds how often everything is measured; medians are reported
 * @param workers threads that work off chunks
 * @param seed same seed, same data
 * @param only {@code bill-run}, {@code import}, {@code search}, or empty for all
 */
record BenchOptions(int size, int rounds, int workers, long seed, String only) {
    static final String USAGE =
            "Usage: run [--size N] [--rounds N] [--workers N] [--seed N] [--only bill-run|import|search]";

    static BenchOptions parse(List<String> arguments) {
        BenchOptions options = new BenchOptions(100_000, 3, 2, 1, "");
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest.hasNext() ? rest.next() : "");
        }
        return options;
    }

    private BenchOptions with(String name, String value) {
        try {
            return switch (name) {
                case "--size" -> new BenchOptions(Integer.parseInt(value), rounds, workers, seed, only);
                case "--rounds" -> new BenchOptions(size, Integer.parseInt(value), workers, seed, only);
                case "--workers" -> new BenchOptions(size, rounds, Integer.parseInt(value), seed, only);
                case "--seed" -> new BenchOptions(size, rounds, workers, Long.parseLong(value), only);
                case "--only" -> new BenchOptions(size, rounds, workers, seed, value);
                default -> throw new IllegalArgumentException("Unknown option " + name + ". " + USAGE);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number. " + USAGE, e);
        }
    }

    boolean wants(String what) {
        return only.isEmpty() || only.equals(what);
    }
}

package uplink.bench.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uplink.bench.Machine;
import uplink.bench.fault.LiveSystem;
import uplink.bench.fault.Outcome;
import uplink.bench.fault.Trial;

/**
 * Main class behind {@code bench/nodes}: the same bill run on one node of the whole system and on two. A node works on one
 * chunk at a time, so that on two cores one node leaves room for another: what is shown is that nodes do not wait for each
 * other, not what the machine can do. For the same reason nobody is told of the runs that are measured.
 */
public final class NodesBench {
    private static final int WARM_UP = 3;
    private static final int TURNS = 5;
    private static final long SEED = 1;
    private static final Map<String, String> NODE = Map.of(
            "UPLINK_RUN_WORKERS",
            "1",
            "UPLINK_RUN_CHUNK",
            "500",
            "UPLINK_RATE_LIMIT_FACTOR",
            "100",
            "UPLINK_START_TIMEOUT",
            "600");

    private final List<Long> millis = new ArrayList<>();

    private NodesBench() {}

    /**
     * Exit code 1: two nodes billed something else than one.
     *
     * @param arguments subscriptions, 20,000 unless told
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        Path home =
                Path.of(System.getProperty("uplink.home", ".")).toAbsolutePath().normalize();
        Path target = home.resolve("bench/target");
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        boolean alike;
        try (LiveSystem one = LiveSystem.start(home, target.resolve("node-one"), NODE)) {
            Trial trial = Trial.on(one, size, SEED);
            NodesBench alone = new NodesBench();
            Outcome expected = alone.measure(trial);
            try (LiveSystem two = one.join(home, target.resolve("node-two"), NODE)) {
                NodesBench together = new NodesBench();
                String complaint = together.measure(trial).complaint(expected);
                alike = complaint.isEmpty();
                String report = Machine.describe()
                        + alone.report(together, size)
                        + (alike ? "Both billed the same, to the last line.\n" : complaint);
                System.out.println(report + two.api());
                Files.writeString(target.resolve("nodes.md"), report);
            }
        }
        System.exit(alike ? 0 : 1);
    }

    /** Warms up, measures runs that nobody is told of, and answers what one of which all are told has billed. */
    private Outcome measure(Trial trial) throws SQLException {
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            trial.untold();
            if (turn >= 0) {
                millis.add(trial.lastRunMillis());
            }
        }
        return trial.undisturbed();
    }

    private String report(NodesBench two, int size) {
        return "| " + size + " subscriptions, one chunk at a time a node, " + TURNS + " runs each | |\n|---|---|\n"
                + "| one node, ms | " + millis + ", median " + median() + " |\n"
                + "| two nodes, ms | " + two.millis + ", median " + two.median() + " |\n"
                + String.format(
                        Locale.ROOT, "| as fast with two (goal 1.6) | %.2f |\n\n", (double) median() / two.median());
    }

    private long median() {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
    }
}

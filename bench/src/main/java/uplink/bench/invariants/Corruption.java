package uplink.bench.invariants;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import uplink.bench.Script;

/**
 * A wrong kopeck.
 *
 * @param invariant that must find it
 * @param command with {@code :c} for the customer's id
 */
record Corruption(String invariant, String command) {

    private static final Pattern KIND = Pattern.compile("-- ([a-z-]+)\\n([^;]+);\\n");

    /** Of every kind one: those that the build plants, and those of daily shares. */
    static List<Corruption> kinds() {
        return List.of("/uplink/testing/corruptions.sql", "more-corruptions.sql").stream()
                .flatMap(file -> KIND.matcher(Script.named(file).text()).results())
                .map(kind -> new Corruption(kind.group(1), kind.group(2)))
                .toList();
    }

    /** The command that plants it at that customer's. */
    String at(UUID customer) {
        return command.replace(":c", "'" + customer + "'");
    }

    /** What the check must say, see {@link InvariantsBench}. */
    String expected(UUID customer) {
        return invariant + " " + customer;
    }
}

package uplink.bench.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uplink.bench.Script;
import uplink.bench.fault.LiveSystem;

/** The floor: the rows of a payment written by one prepared statement, in the database of the system that is measured. */
final class PgBench {

    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern DONE = Pattern.compile("(?m)^number of transactions actually processed: (\\d+)");

    private final LiveSystem system;
    private final Path script;

    /**
     * @param done transactions
     * @param rate of them a second
     */
    record Result(long done, double rate) {}

    PgBench(LiveSystem system, Path script, int customers) throws IOException {
        this.system = system;
        this.script = script;
        Files.writeString(
                script,
                Script.named("payment.sql").with(Map.of("customers", customers)).text());
    }

    /** As the schema's owner, who may write the trail. */
    Result run(int clients, Duration time) {
        ProcessBuilder pgbench = new ProcessBuilder(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + time.toSeconds(),
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + system.servicePort("postgres"),
                        "--username=uplink_owner",
                        "uplink")
                .redirectErrorStream(true);
        pgbench.environment().put("PGPASSWORD", system.secret("db-owner").value());
        try {
            Process process = pgbench.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench: " + said);
            }
            return new Result(Long.parseLong(found(DONE, said)), Double.parseDouble(found(RATE, said)));
        } catch (IOException e) {
            throw new UncheckedIOException("pgbench is needed (postgresql-contrib)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String found(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench: " + said);
        }
        return matcher.group(1);
    }
}

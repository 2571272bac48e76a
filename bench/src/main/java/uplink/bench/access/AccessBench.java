package uplink.bench.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.PasswordHasher;
import uplink.bench.Machine;
import uplink.bench.fault.Base;
import uplink.bench.fault.LiveSystem;

/**
 * Main class behind {@code bench/access}: starts the whole system and measures what identity costs, each figure beside
 * its floor and in turn with it, so that a busy machine moves both.
 */
public final class AccessBench {

    private static final String PASSWORD = "correct-horse-battery-staple";
    /** Open to anyone, and read as who one is where one says so: unlike sign-in's own addresses it looks at tokens. */
    private static final String READ = "/billing/tariffs?limit=1";

    private static final int TURNS = 12;
    private static final int USERS = 200;
    /** As many as hash at a time. */
    private static final int HASHES = 4;

    private final LiveSystem system;
    private final Caller caller;
    private final Duration time;
    private final PasswordHasher hasher = new PasswordHasher();
    private final StringBuilder report = new StringBuilder();

    private AccessBench(LiveSystem system, Duration time) {
        this.system = system;
        this.caller = new Caller(system.api());
        this.time = time;
    }

    /** @param arguments seconds of each measurement, 5 unless told; {@code sign-in} to measure only that */
    public static void main(String[] arguments) throws SQLException, IOException {
        Path home =
                Path.of(System.getProperty("uplink.home", ".")).toAbsolutePath().normalize();
        Duration time = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 5);
        try (LiveSystem system = LiveSystem.start(
                home, home.resolve("bench/target/access"), Map.of("UPLINK_RATE_LIMIT_FACTOR", "1000000"))) {
            AccessBench bench = new AccessBench(system, time);
            String report =
                    arguments.length > 1 && arguments[1].equals("sign-in") ? bench.onlySignIns() : bench.measure();
            Files.writeString(home.resolve("bench/target/access.md"), report);
        }
        System.exit(0);
    }

    private String measure() throws SQLException {
        say(Machine.describe());
        makeUsers();
        authentication();
        signIns();
        storm();
        spread();
        return report.toString();
    }

    private String onlySignIns() throws SQLException {
        say(Machine.describe());
        makeUsers();
        signIns();
        return report.toString();
    }

    /** The same read by somebody unknown and by somebody who is signed in, in turns. */
    private void authentication() {
        List<Double> rates = new ArrayList<>();
        List<Double> micros = new ArrayList<>();
        List<Double> plainMicros = new ArrayList<>();
        double requests = read(null).requests() + read(token(0)).requests(); // warms up
        for (int turn = 0; turn < TURNS; turn++) {
            String token = token(0); // lives ten minutes, and the machine may be slow
            boolean plainFirst = turn % 2 == 0; // what drifts, drifts for both
            Reads first = read(plainFirst ? null : token);
            Reads second = read(plainFirst ? token : null);
            Reads plain = plainFirst ? first : second;
            Reads signedIn = plainFirst ? second : first;
            requests += plain.requests() + signedIn.requests();
            rates.add(signedIn.rate() / plain.rate());
            plainMicros.add(plain.micros());
            micros.add(signedIn.micros() - plain.micros());
        }
        say("");
        say("| authentication and permission, " + TURNS + " turns each way | |");
        say("|---|---|");
        row("requests", requests);
        row("read without them, µs of processor a request (application and database)", median(plainMicros));
        row("more for the same read signed in, µs: median", median(micros));
        row("… a quarter of the turns said less than", quantile(micros, 0.25));
        row("… a quarter of the turns said more than", quantile(micros, 0.75));
        say(String.format(Locale.ROOT, "| throughput signed in / without | %.2f |", median(rates)));
    }

    private record Reads(Usage usage, double rate) {
        double requests() {
            return rate * usage.seconds();
        }

        /** Of the application and the database, each. */
        double micros() {
            return usage.serverMicros() / requests();
        }
    }

    private Reads read(@Nullable String token) {
        double[] rate = new double[1];
        Usage usage = Usage.of(
                system,
                () -> rate[0] = Crowd.rate(
                        4, time, i -> expect(200, caller.get(READ, token).statusCode())));
        return new Reads(usage, rate[0]);
    }

    /** Sign-ins beside the hashes that they need, both four at a time and on all cores. */
    private void signIns() {
        String hash = hasher.hash(PASSWORD);
        List<Double> hashes = new ArrayList<>();
        List<Double> logins = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> hashMillis = new ArrayList<>();
        List<Usage> costs = new ArrayList<>();
        List<Double> done = new ArrayList<>();
        Crowd.rate(HASHES, time, i -> hasher.matches(PASSWORD, hash));
        Crowd.rate(2 * HASHES, time.multipliedBy(3), this::login);
        for (int turn = 0; turn < 5; turn++) {
            double[] rate = new double[2];
            Usage alone =
                    Usage.of(system, () -> rate[0] = Crowd.rate(HASHES, time, i -> hasher.matches(PASSWORD, hash)));
            Usage signIn = Usage.of(system, () -> rate[1] = Crowd.rate(2 * HASHES, time, this::login));
            hashes.add(rate[0]);
            logins.add(rate[1]);
            ratios.add(rate[1] / rate[0]);
            hashMillis.add(alone.clientMicros() / 1000 / (rate[0] * alone.seconds()));
            costs.add(signIn);
            done.add(rate[1] * signIn.seconds());
        }
        say("");
        say("| sign-in | |");
        say("|---|---|");
        row("Argon2 alone, hashes/s", median(hashes));
        row("sign-ins/s", median(logins));
        say(String.format(Locale.ROOT, "| sign-ins / hashes | %.2f |", median(ratios)));
        millis("processor of a hash alone", hashMillis);
        millis("processor of a sign-in: application", each(costs, done, Usage::applicationMicros));
        millis("… database", each(costs, done, Usage::databaseMicros));
        millis("… broker", each(costs, done, Usage::brokerMicros));
        millis("… the client of this measurement", each(costs, done, Usage::clientMicros));
    }

    private static List<Double> each(List<Usage> costs, List<Double> done, ToDoubleFunction<Usage> part) {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < costs.size(); i++) {
            each.add(part.applyAsDouble(costs.get(i)) / 1000 / done.get(i));
        }
        return each;
    }

    private void millis(String what, List<Double> values) {
        say("| " + what + ", ms | " + String.format(Locale.ROOT, "%.1f", median(values)) + " |");
    }

    /** Others read while five hundred sign in at the same moment, again and again. */
    private void storm() {
        String token = token(1);
        AtomicBoolean over = new AtomicBoolean();
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        Thread reader = new Thread(() -> Crowd.all(4, thread -> {
            while (!over.get()) {
                long begun = System.nanoTime();
                expect(
                        200,
                        caller.get(thread % 2 == 0 ? READ : "/auth/sessions?limit=1", token)
                                .statusCode());
                nanos.add(System.nanoTime() - begun);
            }
            return true;
        }));
        reader.start();
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int wave = 0; wave < 2; wave++) {
            Crowd.all(500, i -> caller.login(email(i % USERS), PASSWORD).statusCode())
                    .forEach(status -> answers.merge(status, 1, Integer::sum));
        }
        over.set(true);
        join(reader);
        List<Long> sorted = nanos.stream().sorted().toList();
        say("");
        say("| 500 sign-ins at once, twice | |");
        say("|---|---|");
        say("| their answers | " + answers + " |");
        row("others' requests meanwhile", sorted.size());
        row("median of the others, ms", sorted.get(sorted.size() / 2) / 1e6);
        row("p99 of the others, ms", sorted.get(sorted.size() * 99 / 100) / 1e6);
    }

    /** Thousands of guesses, at many accounts and at one: nobody gets in, nothing fails, ten real checks an account. */
    private void spread() throws SQLException {
        Map<Integer, Integer> answers = new TreeMap<>();
        Crowd.all(64, thread -> {
                    List<Integer> statuses = new ArrayList<>();
                    for (int i = 0; i < 50; i++) {
                        String email = thread % 2 == 0 ? email(100) : "nobody" + thread + "-" + i + "@example.org";
                        statuses.add(caller.login(email, "guess " + i).statusCode());
                    }
                    return statuses;
                })
                .forEach(statuses -> statuses.forEach(status -> answers.merge(status, 1, Integer::sum)));
        say("");
        say("| 3,200 guesses, 64 at a time, half of them at one account | " + answers + " |");
        say("|---|---|");
        say("| checks of that account's password | " + checks(email(100)) + " |");
    }

    private long checks(String email) throws SQLException {
        try (Connection connection = new Base(system).live().getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from login_attempts where counter = sha256(?::bytea) and not succeeded")) {
            count.setBytes(1, ("PASSWORD|" + email).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void login(int number) {
        expect(200, caller.login(email(number % USERS), PASSWORD).statusCode());
    }

    private String token(int number) {
        String body = caller.login(email(number), PASSWORD).body();
        return body.replaceFirst("(?s).*\"accessToken\":\"([^\"]+)\".*", "$1");
    }

    private void makeUsers() throws SQLException {
        String hash = hasher.hash(PASSWORD);
        try (Connection connection = new Base(system).live().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into users (id, email, full_name, password_hash, role, created_at, updated_at)
                        values (?, ?, 'Bench', ?, 'customer', now(), now())""")) {
            for (int i = 0; i < USERS; i++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, email(i));
                insert.setString(3, hash);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String email(int number) {
        return "bench" + number + "@example.org";
    }

    private static void expect(int wanted, int status) {
        if (status != wanted) {
            throw new IllegalStateException("answered " + status);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void row(String what, double value) {
        say("| " + what + " | " + String.format(Locale.ROOT, "%.0f", value) + " |");
    }

    private void say(String line) {
        System.out.println(line);
        report.append(line).append('\n');
    }

    private static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    private static double quantile(List<Double> values, double share) {
        return values.stream().sorted().toList().get((int) (values.size() * share));
    }
}

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
import java.util.stream.Stream;
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
    private static final String READ = "/auth/jwks";
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

    /** @param arguments seconds of each measurement, 5 unless told */
    public static void main(String[] arguments) throws SQLException, IOException {
        Path home =
                Path.of(System.getProperty("uplink.home", ".")).toAbsolutePath().normalize();
        Duration time = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 5);
        try (LiveSystem system = LiveSystem.start(
                home, home.resolve("bench/target/access"), Map.of("UPLINK_RATE_LIMIT_FACTOR", "1000000"))) {
            String report = new AccessBench(system, time).measure();
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

    /** The same read by somebody unknown and by somebody who is signed in. */
    private void authentication() {
        String token = token(0);
        String other = "/auth/sessions?limit=1";
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> micros = new ArrayList<>();
        rateAndCpu(null, READ); // warms up
        rateAndCpu(token, READ);
        for (int round = 0; round < 5; round++) {
            double[] plain = rateAndCpu(null, READ);
            double[] signedIn = rateAndCpu(token, READ);
            without.add(plain[0]);
            with.add(signedIn[0]);
            micros.add(signedIn[1] - plain[1]);
        }
        double[] session = rateAndCpu(token, other);
        say("");
        say("| authentication and permission | |");
        say("|---|---|");
        row("read without them, requests/s", median(without));
        row("the same read signed in, requests/s", median(with));
        say(String.format(Locale.ROOT, "| signed in / without | %.2f |", median(with) / median(without)));
        row("processor time more a request, µs", median(micros));
        row("a signed-in read of rows (sessions), µs a request", session[1]);
    }

    /** Requests a second, and the application's and the database's processor time of each in µs. */
    private double[] rateAndCpu(@org.jspecify.annotations.Nullable String token, String path) {
        long before = cpuMicros();
        long begun = System.nanoTime();
        double rate =
                Crowd.rate(4, time, i -> expect(200, caller.get(path, token).statusCode()));
        double requests = rate * (System.nanoTime() - begun) / 1e9;
        return new double[] {rate, (cpuMicros() - before) / requests};
    }

    /** Sign-ins beside the hashes that they need, both four at a time and on all cores. */
    private void signIns() {
        String hash = hasher.hash(PASSWORD);
        List<Double> hashes = new ArrayList<>();
        List<Double> logins = new ArrayList<>();
        Crowd.rate(HASHES, time, i -> hasher.matches(PASSWORD, hash));
        Crowd.rate(2 * HASHES, time, i -> login(i));
        for (int round = 0; round < 3; round++) {
            hashes.add(Crowd.rate(HASHES, time, i -> hasher.matches(PASSWORD, hash)));
            logins.add(Crowd.rate(2 * HASHES, time, this::login));
        }
        say("");
        say("| sign-in | |");
        say("|---|---|");
        row("Argon2 alone, hashes/s", median(hashes));
        row("sign-ins/s", median(logins));
        say(String.format(Locale.ROOT, "| sign-ins / hashes | %.2f |", median(logins) / median(hashes)));
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

    private long cpuMicros() {
        ProcessHandle database = ProcessHandle.of(system.pid("postgres")).orElseThrow();
        return Stream.concat(ProcessHandle.of(system.pid("app")).stream(), database.descendants())
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toNanos())
                        .sum()
                / 1000;
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
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}

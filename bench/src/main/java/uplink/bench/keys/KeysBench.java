package uplink.bench.keys;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import uplink.bench.Machine;
import uplink.bench.access.Crowd;
import uplink.bench.fault.Base;
import uplink.bench.fault.LiveSystem;
import uplink.bench.fault.Payer;
import uplink.bench.fault.PaymentTrial;
import uplink.bench.fault.Wait;
import uplink.billing.ledger.control.Invariant;
import uplink.shared.Sql;
import uplink.standin.StandInProvider;

/**
 * Main class behind {@code bench/keys}: two nodes of the whole system, and a customer whose request to pay by card arrives
 * fifty times in the same moment, half of it at each node. One key is one payment, one charge at the provider and one
 * transfer, and everybody hears the same. Then the provider says that the money is there, to both nodes twice.
 */
public final class KeysBench {

    private static final String AMOUNT = "100.01";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** A session's token lives ten minutes. */
    private static final int KEYS_A_SIGN_IN = 20;

    private final LiveSystem two;
    private final StandInProvider bank;
    private final Payer payer;
    private final Sql sql;
    private final int callers;
    private final List<String> wrong = new ArrayList<>();

    private KeysBench(LiveSystem one, LiveSystem two, StandInProvider bank, int callers) throws SQLException {
        Base base = new Base(one);
        this.two = two;
        this.bank = bank;
        this.payer = Payer.made(one, base.live());
        this.sql = Sql.in(base.live());
        this.callers = callers;
    }

    /**
     * Exit code 1: something was made twice or not at all, or two heard different answers.
     *
     * @param arguments keys and callers of each, 200 and 50 unless told
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        Path home =
                Path.of(System.getProperty("uplink.home", ".")).toAbsolutePath().normalize();
        Path target = home.resolve("bench/target");
        int keys = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int callers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        boolean right;
        try (StandInProvider bank = PaymentTrial.bank()) {
            Map<String, String> node = new HashMap<>(PaymentTrial.environment(bank));
            node.put("UPLINK_RATE_LIMIT_FACTOR", "1000000");
            node.put("UPLINK_START_TIMEOUT", "600");
            try (LiveSystem one = LiveSystem.start(home, target.resolve("node-one"), node);
                    LiveSystem two = one.join(home, target.resolve("node-two"), node)) {
                KeysBench bench = new KeysBench(one, two, bank, callers);
                String report = bench.measure(keys);
                right = bench.wrong.isEmpty();
                System.out.println(report);
                Files.writeString(target.resolve("keys.md"), report);
            }
        }
        System.exit(right ? 0 : 1);
    }

    private String measure(int keys) throws IOException {
        List<List<Answer>> answers = new ArrayList<>();
        while (answers.size() < keys) {
            answers.addAll(storm(Math.min(KEYS_A_SIGN_IN, keys - answers.size())));
        }
        judge(answers);
        expect("charges at the provider", keys, bank.charges());
        expect("payments", keys, payments("true"));
        confirm(keys);
        long transfers = sql.number(
                "select count(*) from transactions where credit_account = ? and type = 'payment'", payer.customer());
        expect("transfers", keys, transfers);
        expect("charges at the provider, when they are paid", keys, bank.charges());
        BigDecimal due = new BigDecimal(AMOUNT).multiply(BigDecimal.valueOf(keys));
        expect("kopecks on the account", due.movePointRight(2).longValueExact(), kopecks());
        Stream.of(Invariant.values())
                .flatMap(invariant -> invariant.check(sql).stream())
                .forEach(finding -> wrong.add(finding.toString()));
        return report(answers, transfers);
    }

    /** Keys one after the other, each by everybody at once; answers what each of them heard, by key. */
    private List<List<Answer>> storm(int keys) {
        payer.signIn();
        List<Payer> nodes = List.of(payer, payer.at(two));
        List<String> names =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(keys).toList();
        CyclicBarrier together = new CyclicBarrier(callers);
        List<List<Answer>> byCaller = Crowd.all(callers, caller -> {
            List<Answer> heard = new ArrayList<>();
            for (String name : names) {
                await(together);
                heard.add(Answer.of(nodes.get(caller % 2), AMOUNT, name));
            }
            return heard;
        });
        List<List<Answer>> byKey = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            int key = i;
            byKey.add(byCaller.stream().map(heard -> heard.get(key)).toList());
        }
        return byKey;
    }

    private void judge(List<List<Answer>> answers) {
        for (List<Answer> heard : answers) {
            long bodies = heard.stream().map(Answer::body).distinct().count();
            long done = heard.stream().filter(Answer::isDone).count();
            if (bodies != 1 || done > 1) {
                wrong.add("one key has " + bodies + " different answers, and was done " + done + " times");
            }
        }
        firstAnswers(answers).keySet().stream()
                .filter(status -> status != 201 && status != 409)
                .forEach(status -> wrong.add("somebody was answered " + status));
    }

    /** The payer pays all of it, and the provider says so to both nodes, twice, as it may. */
    private void confirm(int keys) {
        List<Payer> ears = List.of(payer, payer.at(two), payer, payer.at(two));
        for (String id : bank.ids()) {
            bank.pay(id);
            String news = bank.notification(id);
            Crowd.all(ears.size(), ear -> {
                Wait.until(() -> ears.get(ear).hear(news), PATIENCE, () -> "node to hear of " + id);
                return true;
            });
        }
        Wait.until(() -> payments("status = 'succeeded'") == keys, PATIENCE, () -> "all to have succeeded");
    }

    private long payments(String which) {
        return sql.number("select count(*) from payments where customer_id = ? and " + which, payer.customer());
    }

    private long kopecks() {
        return sql.number("select (balance * 100)::bigint from customers where id = ?", payer.customer());
    }

    private void expect(String what, long wanted, long found) {
        if (found != wanted) {
            wrong.add(what + ": " + found + " instead of " + wanted);
        }
    }

    private static Map<Integer, Integer> firstAnswers(List<List<Answer>> answers) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        answers.forEach(heard -> heard.forEach(answer -> statuses.merge(answer.first(), 1, Integer::sum)));
        return statuses;
    }

    private String report(List<List<Answer>> answers, long transfers) throws IOException {
        List<Answer> all = answers.stream().flatMap(List::stream).toList();
        List<Double> millis = all.stream().map(Answer::firstMillis).sorted().toList();
        return Machine.describe() + "Load average at the end: "
                + Files.readString(Path.of("/proc/loadavg")).strip() + "\n\n| " + answers.size() + " keys, each from "
                + callers + " callers at once, over two nodes | |\n|---|---|\n"
                + "| requests | " + all.size() + " |\n| their first answers | " + firstAnswers(answers) + " |\n"
                + "| connections that ended without one, and were asked again | "
                + all.stream().mapToInt(Answer::lost).sum() + " |\n"
                + "| charges at the provider, transfers | " + bank.charges() + ", " + transfers + " |\n"
                + String.format(
                        Locale.ROOT,
                        "| first answer, ms: median, p99, longest | %.0f, %.0f, %.0f |%n%n",
                        millis.get(millis.size() / 2),
                        millis.get(millis.size() * 99 / 100),
                        millis.get(millis.size() - 1))
                + (wrong.isEmpty()
                        ? "All who asked under one key heard the same, and each was charged once.\n"
                        : "WRONG\n" + String.join("\n", wrong) + "\n");
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(PATIENCE.toMinutes(), TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}

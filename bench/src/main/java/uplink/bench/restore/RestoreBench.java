package uplink.bench.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import uplink.bench.Machine;
import uplink.bench.Provider;
import uplink.bench.fault.Base;
import uplink.bench.fault.LiveSystem;
import uplink.bench.fault.Payer;
import uplink.bench.fault.PaymentTrial;
import uplink.bench.fault.Wait;
import uplink.shared.Sql;
import uplink.standin.StandInProvider;

/**
 * Main class behind {@code bench/restore}: starts the whole system and lets a suspended customer pay by card again and
 * again. Measured from the provider's word that the money is there to the service that is on, and to the effect of the
 * event that says so.
 */
public final class RestoreBench {

    private static final int WARM_UP = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SUBSCRIPTIONS = 1000;

    private final Payer payer;
    private final StandInProvider bank;
    private final Sql sql;
    private final Debtor debtor;

    private RestoreBench(Payer payer, StandInProvider bank, Sql sql) {
        this.payer = payer;
        this.bank = bank;
        this.sql = sql;
        this.debtor = new Debtor(sql, payer);
    }

    /** @param arguments how many payments, 200 unless told */
    public static void main(String[] arguments) throws SQLException, IOException, InterruptedException {
        Path home =
                Path.of(System.getProperty("uplink.home", ".")).toAbsolutePath().normalize();
        int payments = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        try (StandInProvider bank = PaymentTrial.bank();
                LiveSystem system =
                        LiveSystem.start(home, home.resolve("bench/target/restore"), PaymentTrial.environment(bank))) {
            Base base = new Base(system);
            new Provider(SUBSCRIPTIONS, 1, LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1)).create(base.live());
            Payer payer = Payer.made(system, base.live());
            String report = new RestoreBench(payer, bank, Sql.in(base.live())).measure(payments);
            System.out.println(report);
            Files.writeString(home.resolve("bench/target/restore.md"), report);
        }
        System.exit(0);
    }

    private String measure(int payments) throws IOException, InterruptedException {
        List<Double> on = new ArrayList<>();
        List<Double> told = new ArrayList<>();
        for (int i = -WARM_UP; i < payments; i++) {
            payer.signIn();
            debtor.suspend();
            String news = pays();
            long before = debtor.told();
            long begun = System.nanoTime();
            payer.hear(news);
            double restored = millis(begun, debtor::isOn);
            double consumed = millis(begun, () -> debtor.told() > before);
            if (i >= 0) {
                on.add(restored);
                told.add(consumed);
            }
        }
        return Machine.describe() + load() + "\n| from the provider's word that the money is there, ms, of " + payments
                + " payments | median | p99 | longest |\n|---|---|---|---|\n" + row("to the service that is on", on)
                + row("to the effect of `subscription.restored` at its consumer (budget 1000)", told);
    }

    /** The payer pays at the provider, who has not said so yet; answers what it is going to say. */
    private String pays() {
        UUID payment =
                payer.pay("card", Debtor.AMOUNT, UUID.randomUUID().toString()).orElseThrow();
        Wait.until(() -> externalId(payment) != null, PATIENCE, () -> "the provider's id of " + payment);
        String id = String.valueOf(externalId(payment));
        bank.pay(id);
        return bank.notification(id);
    }

    private @Nullable String externalId(UUID payment) {
        return sql.list("select external_id from payments where id = ?", row -> row.getString(1), payment)
                .get(0);
    }

    /** Looks again every millisecond. */
    private static double millis(long begun, BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("waited " + PATIENCE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static String load() throws IOException {
        return "Load average at the end: "
                + Files.readString(Path.of("/proc/loadavg")).strip() + "\n";
    }

    private static String row(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f |%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() - 1));
    }
}

package uplink.bench.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import uplink.billing.ledger.control.Invariant;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.standin.StandInProvider;

/**
 * Payments on the real system, which is killed on their way. Whoever got no answer looks, or asks again under the same
 * key; in the end there is one payment, one charge at the provider, one transfer and one notice for each key.
 */
public final class PaymentTrial {
    /** Where the application dies, as {@code UPLINK_FAULT_FILE} names it. */
    public static final List<String> PLACES = List.of(
            "payment-opened",
            "payment-called-for",
            "payment-answered",
            "payment-recorded",
            "payment-notified",
            "payment-posted",
            "payment-before-commit",
            "cash-before-commit",
            "balance-before-commit");

    private static final Set<String> WHEN_CONFIRMED =
            Set.of("payment-notified", "payment-posted", "payment-before-commit");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String AMOUNT = "300.00";

    private final LiveSystem system;
    private final StandInProvider bank;
    private final DataSource database;
    private final Payer payer;

    private PaymentTrial(LiveSystem system, StandInProvider bank, DataSource database, Payer payer) {
        this.system = system;
        this.bank = bank;
        this.database = database;
        this.payer = payer;
    }

    /** A provider for the system to be started with. */
    public static StandInProvider bank() {
        return StandInProvider.start(0, "shop", "key", Optional.empty());
    }

    /** Where the system finds that provider. */
    public static Map<String, String> environment(StandInProvider bank) {
        return Map.of("UPLINK_YOOKASSA_URL", bank.url(), "UPLINK_YOOKASSA_SHOP", "shop", "UPLINK_YOOKASSA_KEY", "key");
    }

    /** Makes the customer who pays; before a base is kept, which would lose them. */
    public static PaymentTrial on(LiveSystem system, StandInProvider bank) throws SQLException {
        DataSource database = new Base(system).live();
        return new PaymentTrial(system, bank, database, Payer.made(system, database));
    }

    /** Pays, and kills the application at that place; answers what is wrong in the end, nothing when nothing is. */
    public String disturbed(String place) {
        payer.signIn();
        long before = system.pid("app");
        long payments = payments();
        String complaint =
                switch (place) {
                    case "cash-before-commit" -> cash(place);
                    case "balance-before-commit" -> balance(place);
                    default -> card(place);
                };
        long made = payments() - payments;
        if (made != (place.startsWith("balance") ? 2 : 1)) {
            complaint += "\n  payments made: " + made;
        }
        return system.pid("app") == before ? complaint + "\n  the application was not killed" : complaint;
    }

    private String cash(String place) {
        String key = UUID.randomUUID().toString();
        arm(place);
        UUID payment = insist(key, () -> payer.cash(AMOUNT, key));
        return complaint(payment, key, 0);
    }

    private String balance(String place) {
        String first = UUID.randomUUID().toString();
        insist(first, () -> payer.cash(AMOUNT, first));
        invoice();
        String key = UUID.randomUUID().toString();
        arm(place);
        UUID payment = insist(key, () -> payer.pay("balance", AMOUNT, key));
        return complaint(payment, key, 0);
    }

    private String card(String place) {
        boolean later = WHEN_CONFIRMED.contains(place);
        String key = UUID.randomUUID().toString();
        int charges = bank.charges();
        if (!later) {
            arm(place);
        }
        UUID payment = insist(key, () -> payer.pay("card", AMOUNT, key));
        Wait.until(() -> !externalId(payment).isEmpty(), PATIENCE, () -> "the provider's id of " + payment);
        String id = externalId(payment);
        bank.pay(id);
        if (later) {
            arm(place);
        }
        String news = bank.notification(id);
        Wait.until(() -> isSucceeded(payment) || told(news), PATIENCE, () -> "somebody to hear of " + id);
        return complaint(payment, key, bank.charges() - charges - 1);
    }

    /** Says it again until it is known, as providers do. */
    private boolean told(String news) throws IOException, InterruptedException {
        payer.hear(news);
        return false;
    }

    private boolean isSucceeded(UUID payment) {
        return number("select count(*) from payments where id = '" + payment + "' and status = 'succeeded'") == 1;
    }

    private long payments() {
        return number("select count(*) from payments where customer_id = '" + payer.customer() + "'");
    }

    /** Waits for the payment's end and judges it. */
    private String complaint(UUID payment, String key, int surplusCharges) {
        Wait.until(
                () -> isSucceeded(payment) && number("select count(*) from outbox") == 0 && notices(payment) > 0,
                PATIENCE,
                () -> "payment " + payment + " to succeed and to be told");
        List<String> wrong = new ArrayList<>();
        expect(
                wrong,
                "payments under the key",
                1,
                "select count(*) from payments where request_key = '" + key + "' or id = '" + payment + "'");
        expect(
                wrong,
                "transfers",
                transfers(payment),
                "select count(*) from transactions where payment_id = '" + payment + "'");
        if (notices(payment) != 1) {
            wrong.add("notices: " + notices(payment));
        }
        if (surplusCharges != 0) {
            wrong.add("charges too many: " + surplusCharges);
        }
        wrong.addAll(findings());
        return String.join("\n  ", wrong);
    }

    private int transfers(UUID payment) {
        return number("select count(*) from payments where id = '" + payment + "' and method = 'balance'") == 1 ? 0 : 1;
    }

    private void expect(List<String> wrong, String what, long wanted, String query) {
        long found = number(query);
        if (found != wanted) {
            wrong.add(what + ": " + found + " instead of " + wanted);
        }
    }

    private long notices(UUID payment) {
        return number("select count(*) from notifications where kind = 'payment-received' and data ->> 'paymentId' = '"
                + payment + "'");
    }

    /** What the product's own check finds about the payer; the trial's invoices have no charges. */
    private List<String> findings() {
        List<String> found = new ArrayList<>();
        for (Invariant invariant : Invariant.values()) {
            invariant.check(Sql.in(database)).stream()
                    .filter(finding -> payer.customer().equals(finding.customerId()))
                    .filter(finding -> !finding.invariant().startsWith("invoice-equals-"))
                    .forEach(finding -> found.add(finding.toString()));
        }
        return found;
    }

    /**
     * Many pay at the desk at once while a server dies and comes back; each asks again under its key until it is answered.
     * Answers what is wrong in the end.
     */
    public String underLoad(String service, int payers, int payments) {
        payer.signIn();
        BigDecimal before = balance();
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<Void>> crowd = new ArrayList<>();
        for (int i = 0; i < payers; i++) {
            crowd.add(CompletableFuture.runAsync(() -> {
                for (int j = 0; j < payments; j++) {
                    String key = UUID.randomUUID().toString();
                    insist(key, () -> payer.cash("1.00", key));
                    answered.incrementAndGet();
                }
            }));
        }
        Wait.until(() -> answered.get() > payers, PATIENCE, () -> "the first payments");
        system.kill(service);
        crowd.forEach(CompletableFuture::join);
        Wait.until(() -> number("select count(*) from outbox") == 0, PATIENCE, () -> "the events to be told");
        List<String> wrong = new ArrayList<>(findings());
        BigDecimal come = balance().subtract(before);
        if (come.compareTo(BigDecimal.valueOf((long) payers * payments)) != 0) {
            wrong.add("told " + payers * payments + ", there are " + come);
        }
        return String.join("\n  ", wrong);
    }

    private BigDecimal balance() {
        return Sql.in(database)
                .first("select balance from customers where id = ?", row -> row.getBigDecimal(1), payer.customer())
                .orElseThrow();
    }

    private void invoice() {
        UUID id = Ids.next();
        Sql.in(database)
                .update(
                        """
                        with made as (
                            insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on,
                                due_date, items, created_at)
                            values (?, ?, ?, 'invoice', 'pending', ?, 0, 'RUB', current_date, current_date + 10, '[]', now())
                            returning id, customer_id, amount),
                        owed as (
                            update customers c set balance = c.balance - m.amount from made m where c.id = m.customer_id)
                        insert into transactions (id, debit_account, credit_account, amount, type, invoice_id, group_id,
                            effective_on, created_at)
                        select ?, m.customer_id, a.id, m.amount, 'invoice', m.id, m.id, current_date, now()
                        from made m, ledger_accounts a where a.code = 'revenue'""",
                        id,
                        payer.customer(),
                        "T-" + id,
                        new BigDecimal(AMOUNT),
                        Ids.next());
    }

    /** Asks under one key until there is an answer; a claim whose holder died is taken over after five minutes. */
    private UUID insist(String key, Supplier<Optional<UUID>> request) {
        UUID[] answer = new UUID[1];
        Wait.until(
                () -> {
                    Optional<UUID> told = request.get();
                    told.ifPresent(id -> answer[0] = id);
                    if (told.isEmpty()) {
                        Sql.in(database)
                                .update(
                                        """
                                        update idempotency_keys set created_at = created_at - interval '6 minutes'
                                        where key = ? and state = 'running' and created_at < now() - interval '2 seconds'
                                            and created_at > now() - interval '5 minutes'""",
                                        key);
                    }
                    return told.isPresent();
                },
                PATIENCE,
                () -> "an answer for " + key);
        return answer[0];
    }

    private String externalId(UUID payment) {
        return Sql.in(database)
                .first("select coalesce(external_id, '') from payments where id = ?", row -> row.getString(1), payment)
                .orElse("");
    }

    private long number(String query) {
        return Sql.in(database).number(query);
    }

    private void arm(String place) {
        Path file = LiveSystem.faultFile(system.data());
        try {
            Files.writeString(file, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

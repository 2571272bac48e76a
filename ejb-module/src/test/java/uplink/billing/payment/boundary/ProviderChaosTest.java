package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.payment.control.Providers;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.Sql;
import uplink.testing.Database;

/**
 * The same payments twice: once as in a book, once with confirmations that are duplicated, reordered, delayed, forged and
 * early, from four sides at once, and with answers that are lost. Payments, transfers, allocations, invoices, balances and
 * events are the same afterwards. {@code -Duplink.chaos=10000} says how many confirmations; {@code bench/chaos} does.
 */
class ProviderChaosTest extends PaymentCases {

    private static final long SEED = 20261129;
    private static final int CONFIRMATIONS = Integer.getInteger("uplink.chaos", 600);
    private static final int EACH = 5;
    private static final int SIDES = 4;

    /** One run's customers, in the order of their making. */
    private final class Run {
        final Random random = new Random(SEED);
        final List<UUID> customers = new ArrayList<>();
        final List<UUID> payments = new ArrayList<>();
        final PlayedProvider there = new PlayedProvider(id -> isChosen(id, 10), id -> isChosen(id, 7));
        final Providers roads = new Providers(List.of(there));
        final Map<UUID, Integer> numbers = new ConcurrentHashMap<>();
        final boolean chaos;

        Run(boolean chaos) {
            this.chaos = chaos;
        }

        /** Payments are made one after the other: the one that is being made is the next in the order. */
        private boolean isChosen(UUID payment, int every) {
            int number = numbers.computeIfAbsent(payment, id -> payments.size());
            return chaos && number % every == 3 && (every != 7 || how(number) == PaymentStatus.SUCCEEDED);
        }
    }

    private final List<Till> tills = new ArrayList<>();
    private final Connection kept = Database.app().getConnection();
    private final Sql sql = Sql.on(kept);

    ProviderChaosTest() throws SQLException {}

    @AfterEach
    void closeTills() throws SQLException {
        kept.close();
        for (Till one : tills) {
            one.close();
        }
    }

    /** Of ten payments seven arrive, two are refused, and one is left open. */
    private static PaymentStatus how(int number) {
        return switch (number % 10) {
            case 4, 8 -> PaymentStatus.CANCELLED;
            case 9 -> PaymentStatus.PENDING;
            default -> PaymentStatus.SUCCEEDED;
        };
    }

    @Test
    void confirmationsInAnyStateEndAsTheOrderlyRun() throws Exception {
        Run orderly = made(new Run(false));
        for (UUID payment : orderly.payments) {
            orderly.there.end(payment, how(orderly.payments.indexOf(payment)));
            tills.get(0).hear("yookassa", note(PlayedProvider.idOf(payment), payment), null);
            tills.get(0).settle(payment);
        }
        Run chaotic = made(new Run(true));
        List<String> heard = confirmations(chaotic);
        assertEquals(CONFIRMATIONS, heard.size());
        play(chaotic, heard);
        for (int i = 0; i < orderly.payments.size(); i++) {
            assertEquals(export(orderly, i), export(chaotic, i), "payment " + i);
        }
    }

    private Run made(Run run) {
        tills.add(0, new Till(run.roads));
        List<UUID> invoices = new ArrayList<>();
        for (int i = 0; i < CONFIRMATIONS / EACH; i++) {
            run.customers.add(Ids.next());
            invoices.add(Ids.next());
        }
        owing(run.customers.toArray(UUID[]::new), invoices.toArray(UUID[]::new));
        for (int i = 0; i < run.customers.size(); i++) {
            String sum = List.of("300.00", "120.00", "450.00").get(i % 3);
            run.payments.add(tills.get(0)
                    .pay(run.customers.get(i), card(sum, invoices.get(i)), "k")
                    .id());
        }
        return run;
    }

    /** Customers with an invoice of 300 each. */
    private void owing(UUID[] customers, UUID[] invoices) {
        sql.update(
                """
                insert into customers (id, kind, full_name, contract_number, currency, balance, created_at, updated_at)
                select x, 'person', 'Иванов Иван', 'C-' || x, 'RUB', -300, now(), now() from unnest(?::uuid[]) x""",
                (Object) customers);
        sql.update(
                """
                insert into ledger_accounts (id, kind, customer_id, currency, created_at)
                select x, 'customer', x, 'RUB', now() from unnest(?::uuid[]) x""",
                (Object) customers);
        sql.update(
                """
                insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date,
                    items, created_at)
                select i, c, 'N-' || i, 'invoice', 'pending', 300, 0, 'RUB', '2026-12-01', '2026-12-20', '[]', now()
                from unnest(?::uuid[], ?::uuid[]) x (c, i)""",
                customers,
                invoices);
        sql.update(
                """
                insert into transactions (id, debit_account, credit_account, amount, type, invoice_id, group_id,
                    effective_on, created_at)
                select i, c, a.id, 300, 'invoice', i, i, '2026-12-01', now()
                from unnest(?::uuid[], ?::uuid[]) x (c, i), ledger_accounts a where a.code = 'revenue'""",
                customers,
                invoices);
    }

    /** For each payment: before its end, twice or more after it, a stranger's, and one that is late. */
    private List<String> confirmations(Run run) {
        List<String> heard = new ArrayList<>();
        for (UUID payment : run.payments) {
            String id = PlayedProvider.idOf(payment);
            UUID another = run.payments.get(run.random.nextInt(run.payments.size()));
            heard.addAll(Collections.nCopies(EACH - 2, note(id, payment)));
            heard.add(note(UUID.randomUUID().toString(), payment));
            heard.add(note(PlayedProvider.idOf(another), payment));
        }
        Collections.shuffle(heard, run.random);
        return heard;
    }

    private void play(Run run, List<String> heard) throws Exception {
        List<Callable<Boolean>> sides = IntStream.range(0, SIDES)
                .mapToObj(side -> (Callable<Boolean>) () -> side(run, heard, side))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(SIDES);
        try {
            for (Future<Boolean> one : threads.invokeAll(sides)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (UUID payment : run.payments) {
            tills.get(0).settle(payment);
        }
    }

    private boolean side(Run run, List<String> heard, int side) throws SQLException {
        try (Till own = new Till(run.roads)) {
            for (int i = side; i < heard.size(); i += SIDES) {
                int number = i % run.payments.size();
                own.hear("yookassa", heard.get(i), null);
                if (i % 3 == 0) {
                    run.there.end(run.payments.get(number), how(number));
                }
                own.settle(run.payments.get((number * 7 + side) % run.payments.size()));
            }
            for (int number = side; number < run.payments.size(); number += SIDES) {
                run.there.end(run.payments.get(number), how(number));
                own.settle(run.payments.get(number));
            }
            return true;
        }
    }

    private static String note(String id, UUID payment) {
        return Json.write(Map.of("id", id, "payment", payment.toString()));
    }

    /** All that is known of a customer, without what differs between two runs by its nature: ids and times. */
    private List<String> export(Run run, int number) {
        UUID customer = run.customers.get(number);
        UUID payment = run.payments.get(number);
        List<String> all = new ArrayList<>();
        all.addAll(lines(
                """
                select concat_ws(' ', 'payment', status, amount, currency, method, provider, confirmed_at is not null,
                    ask_at is not null, external_id = 'x-' || id) from payments where customer_id = ?""",
                customer));
        all.addAll(lines(
                """
                select concat_ws(' ', 'transfer', t.type, coalesce(d.code, 'customer'), coalesce(c.code, 'customer'),
                    t.amount, t.effective_on, t.payment_id is not null)
                from transactions t join ledger_accounts d on d.id = t.debit_account
                join ledger_accounts c on c.id = t.credit_account where ? in (t.debit_account, t.credit_account)
                order by t.id""",
                customer));
        all.addAll(
                lines("select concat_ws(' ', 'allocation', amount) from allocations where customer_id = ?", customer));
        all.addAll(
                lines("select concat_ws(' ', 'credit', remaining) from open_credits where customer_id = ?", customer));
        all.addAll(lines(
                "select concat_ws(' ', 'invoice', status, amount) from invoices where customer_id = ?", customer));
        all.addAll(lines("select concat_ws(' ', 'balance', balance) from customers where id = ?", customer));
        all.addAll(lines(
                """
                select concat_ws(' ', 'event', o.type, o.data ->> 'amount', o.data ->> 'status') from outbox o
                where o.subject = ?::text or o.subject in (select id::text from invoices where customer_id = ?)
                order by o.type""",
                payment,
                customer));
        return all;
    }

    private List<String> lines(String query, Object... parameters) {
        return sql.list(query, row -> row.getString(1), parameters);
    }
}

package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.run.boundary.RunMode;
import uplink.catalog.boundary.Discount;
import uplink.catalog.boundary.Discounts;
import uplink.catalog.boundary.NewDiscount;
import uplink.catalog.boundary.NewTaxClass;
import uplink.catalog.boundary.TaxMode;
import uplink.catalog.boundary.TaxRate;
import uplink.catalog.boundary.Taxes;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.testing.Desk;
import uplink.testing.Provider;
import uplink.testing.Race;
import uplink.testing.Tx;

/** A chunk and the desk at the same time: whatever somebody changes is charged now or marked for the next run. */
class ChunkAndDeskTest {

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final Instant NOW = Instant.parse("2026-11-30T21:05:00Z");
    private static final RunSettings SETTINGS = new RunSettings(100, 10, 30);

    private final Provider provider = new Provider();
    private final Desk desk = new Desk(LocalDate.of(2026, 11, 20));
    private final Taxes taxes = desk.boundaries.get(Taxes.class);
    private final UUID customer = desk.customer("Петров", 1).id();
    private final UUID tariff = desk.tariff("500.00").id();
    private final UUID subscription =
            desk.subscription(customer, tariff, DECEMBER).id();

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void aVersionAddedWhileAChunkIsInFlightIsChargedByTheNextRun() throws Exception {
        Future<?> version = whileBilling(() -> desk.tariffs.addVersion(tariff, Desk.version(DECEMBER, "550.00")));
        version.get();
        assertEquals(new BigDecimal("-500.00"), provider.balance(customer));
        bill(DECEMBER);
        assertEquals(new BigDecimal("-550.00"), provider.balance(customer));
    }

    @Test
    void aChunkWaitsForAVersionThatIsBeingAdded() throws Exception {
        UUID run = plan(DECEMBER);
        Future<?> billing = desk.boundaries.call(() -> {
            desk.tariffs.addVersion(tariff, Desk.version(DECEMBER, "550.00"));
            return Race.meanwhile(() -> work(run));
        });
        billing.get();
        bill(DECEMBER);
        assertEquals(new BigDecimal("-550.00"), provider.balance(customer));
    }

    @Test
    void aDiscountGrantedWhileAChunkIsInFlightIsNotLost() throws Exception {
        Discount half = half();
        Future<?> granted = whileBilling(() -> desk.subscriptions.addDiscount(subscription, half.id(), DECEMBER, null));
        granted.get();
        bill(DECEMBER);
        assertEquals(new BigDecimal("-250.00"), provider.balance(customer));
    }

    @Test
    void aChunkWaitsForADiscountThatIsBeingGranted() throws Exception {
        Discount half = half();
        UUID run = plan(DECEMBER);
        Future<?> billing = desk.boundaries.call(() -> {
            desk.subscriptions.addDiscount(subscription, half.id(), DECEMBER, null);
            Future<Boolean> chunk = Race.meanwhile(() -> work(run));
            assertTrue(!chunk.isDone(), "it waits for the customer, so it cannot have read half of it");
            return chunk;
        });
        billing.get();
        assertEquals(new BigDecimal("-250.00"), provider.balance(customer), "at the first attempt");
    }

    @Test
    void aNewTaxRateCorrectsWhatWasChargedAheadOfIt() {
        String code = "t" + Ids.next().toString().substring(24);
        desk.boundaries.call(() -> taxes.create(new NewTaxClass(
                code, "НДС", "VAT", new TaxRate(LocalDate.of(2020, 1, 1), new BigDecimal("20"), TaxMode.INCLUDED))));
        UUID taxed = provider.tariff("1200.00", "period", code);
        UUID ahead = desk.customer("Наперёд", 1).id();
        UUID later = desk.customer("Потом", 1).id();
        desk.subscription(ahead, taxed, DECEMBER);
        desk.subscription(later, taxed, LocalDate.of(2026, 11, 1));
        bill(LocalDate.of(2026, 11, 30));
        bill(DECEMBER);
        assertEquals(List.of("200.00"), taxesOf(ahead));

        desk.boundaries.call(() -> taxes.addRate(code, new TaxRate(DECEMBER, new BigDecimal("22"), TaxMode.INCLUDED)));
        bill(DECEMBER);

        assertEquals(List.of("-200.00", "200.00", "216.39"), taxesOf(ahead));
        assertEquals(List.of("-200.00", "200.00", "200.00", "216.39"), taxesOf(later), "November keeps its rate");
        assertEquals(new BigDecimal("-1200.00"), provider.balance(ahead));
    }

    private List<String> taxesOf(UUID of) {
        return provider.sql.list(
                """
                select c.tax from charges c join subscriptions s on s.id = c.subscription_id
                where s.customer_id = ? order by c.tax""",
                row -> row.getString(1),
                of);
    }

    private Discount half() {
        Discounts discounts = desk.boundaries.get(Discounts.class);
        return desk.boundaries.call(() -> discounts.create(
                new NewDiscount("d-" + Ids.next(), "Половина", "Half", new BigDecimal("50"), null, null, null)));
    }

    /** Changes something when the chunk has written everything and not yet committed. */
    private Future<?> whileBilling(Supplier<?> change) {
        UUID run = plan(DECEMBER);
        Future<?> changed = Tx.run(connection -> {
            work(connection, run);
            return Race.meanwhile(() -> desk.boundaries.call(change));
        });
        complete(run);
        return changed;
    }

    private static void bill(LocalDate target) {
        UUID run = plan(target);
        work(run);
        RunLoop.step(run, SETTINGS, NOW, Integer.MAX_VALUE);
    }

    private static UUID plan(LocalDate target) {
        return Tx.run(c ->
                new RunPlan(RunMode.COMMIT, target, target, "RUB", null, null, null, NOW).write(Sql.on(c), SETTINGS));
    }

    private static boolean work(UUID run) {
        RunLoop.step(run, SETTINGS, NOW, 1);
        return true;
    }

    private static void work(Connection connection, UUID run) throws Exception {
        new ChunkWorker(connection, SETTINGS, NOW).work(run, 0);
    }

    private static void complete(UUID run) {
        Tx.run(c -> new RunState(Sql.on(c), NOW).complete(run));
    }
}

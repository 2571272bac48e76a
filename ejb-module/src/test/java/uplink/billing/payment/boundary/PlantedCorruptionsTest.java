package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.boundary.Finding;
import uplink.billing.ledger.control.Invariant;
import uplink.billing.payment.control.Providers;
import uplink.billing.refund.boundary.Adjusted;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.control.ChunkWorker;
import uplink.billing.run.control.RunPlan;
import uplink.billing.run.control.RunSettings;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Provider;
import uplink.testing.Tx;

/**
 * One kopeck too much or too little, in every place where money stands, each at another customer's: one check finds every
 * one of them. Whoever planted them has the machine, and no trigger was in the way.
 */
class PlantedCorruptionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    private Provider provider;
    private Map<String, String> kinds = Map.of();

    @BeforeEach
    void ownDatabase() throws IOException {
        Database.isolate();
        provider = new Provider();
        kinds = kinds();
    }

    @AfterEach
    void sharedDatabase() {
        Database.rejoin();
    }

    @Test
    void everyKopeckThatIsWrongIsFoundByOneCheck() throws Exception {
        List<UUID> customers = new ArrayList<>();
        UUID tariff = provider.tariff("300.00");
        kinds.forEach((command, invariant) -> customers.add(provider.subscriber(tariff, DAY)));
        bill();
        try (Till till = new Till(new Providers(List.of()));
                Returns returns = new Returns(new Providers(List.of()))) {
            for (UUID customer : customers) {
                UUID payment = till.cash(customer, "20000.00", null).id();
                returns.refund(payment, "50.00", "k");
                returns.refund(payment, "10001.00", "waits");
                Adjusted asked = returns.adjust(customer, "20000.00");
                returns.approve(returns.second, asked.approvalId());
                returns.payOut(customer, "40.00", "out");
                returns.payOut(customer, "10001.00", "waits");
            }
        }
        provider.sql.update(
                """
                insert into accounting_periods (id, action, closed_through, decided_by, decided_at)
                values (gen_random_uuid(), 'close', '2026-11-30', gen_random_uuid(), '2026-12-03')""");
        assertTrue(kinds.size() > 30, "kinds: " + kinds.size());
        assertEquals(List.of(), check().toList(), "sound books");

        List<String> expected = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        kinds.forEach((command, invariant) -> {
            UUID customer = customers.get(commands.size());
            expected.add(invariant + " " + customer);
            commands.add(command.replace(":c", "'" + customer + "'"));
        });
        Database.tamper(commands.toArray(String[]::new));
        TreeSet<String> missed = new TreeSet<>(expected);
        check().forEach(finding -> missed.remove(finding.invariant() + " " + finding.customerId()));
        assertEquals(new TreeSet<>(), missed, "planted, and not found");
    }

    /** What is changed, and the invariant that must find it. */
    private static Map<String, String> kinds() throws IOException {
        try (InputStream file = Database.class.getResourceAsStream("corruptions.sql")) {
            Map<String, String> kinds = new LinkedHashMap<>();
            Pattern.compile("-- ([a-z-]+)\\n([^;]+);\\n")
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(kind -> kinds.put(kind.group(2), kind.group(1)));
            return kinds;
        }
    }

    private Stream<Finding> check() {
        return Stream.of(Invariant.values()).flatMap(invariant -> invariant.check(provider.sql).stream());
    }

    private static void bill() {
        Tx.run(c -> {
            RunSettings settings = new RunSettings(100, 10, 30);
            UUID run = new RunPlan(RunMode.COMMIT, DAY, DAY, "RUB", null, null, null, NOW).write(Sql.on(c), settings);
            new ChunkWorker(c, settings, NOW).work(run, 0);
            return true;
        });
    }
}

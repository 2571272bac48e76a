package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.billing.run.boundary.NextCharge;
import uplink.billing.run.boundary.RunMode;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Provider;
import uplink.testing.Tx;

/** What customers are told they will be charged is what the run then charges. */
class NextDraftTest {

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    private static final RunSettings SETTINGS = new RunSettings(100, 10, 30);

    private final Provider provider = new Provider();

    @Test
    void theRunChargesWhatWasSaidAndThenTheNextMonthIsNext() {
        UUID customer = provider.subscriber(provider.tariff("500.00"), DECEMBER);
        provider.subscription(customer, provider.tariff("120.50"), DECEMBER);
        assertEquals(
                Optional.of(new NextCharge(DECEMBER, new BigDecimal("620.50"), "RUB")),
                next(customer, LocalDate.of(2026, 11, 20)));
        run(DECEMBER);
        assertEquals(new BigDecimal("-620.50"), provider.balance(customer));
        assertEquals(
                Optional.of(new NextCharge(LocalDate.of(2027, 1, 1), new BigDecimal("620.50"), "RUB")),
                next(customer, DECEMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"period", "daily"})
    void whatIsOverdueIsChargedToday(String spread) {
        UUID customer = provider.subscriber(provider.tariff("310.00", spread, "standard"), LocalDate.of(2026, 11, 28));
        NextCharge said = next(customer, DECEMBER).orElseThrow();
        assertEquals(DECEMBER, said.on());
        run(DECEMBER);
        assertEquals(said.amount().negate(), provider.balance(customer));
    }

    @Test
    void whatComesBackIsBelowZero() {
        UUID customer = provider.customer();
        UUID subscription = provider.subscription(customer, provider.tariff("310.00"), DECEMBER);
        run(DECEMBER);
        provider.event(subscription, "cancel", LocalDate.of(2026, 12, 2), null);
        NextCharge said = next(customer, LocalDate.of(2026, 12, 2)).orElseThrow();
        assertEquals(-1, said.amount().signum());
        run(LocalDate.of(2026, 12, 2));
        assertEquals(new BigDecimal("310.00").add(said.amount()).negate(), provider.balance(customer));
    }

    @Test
    void nothingIsChargedToWhoeverHasNothing() {
        assertEquals(Optional.empty(), next(provider.customer(), DECEMBER));
    }

    @Test
    void whoeverCannotBeBilledCannotBeToldEither() {
        UUID customer = provider.customer();
        UUID tariff = provider.tariff("300.00");
        provider.event(provider.subscription(customer, tariff, DECEMBER), "start", DECEMBER, tariff);
        BusinessException refusal = assertThrows(BusinessException.class, () -> next(customer, DECEMBER));
        assertEquals(ProblemType.INVALID_STATE, refusal.type());
    }

    private static Optional<NextCharge> next(UUID customer, LocalDate today) {
        return Tx.run(c -> new NextDraft(c, today).of(customer));
    }

    private static void run(LocalDate target) {
        UUID run = Tx.run(c ->
                new RunPlan(RunMode.COMMIT, target, target, "RUB", null, null, null, NOW).write(Sql.on(c), SETTINGS));
        RunLoop.step(run, SETTINGS, NOW, Integer.MAX_VALUE);
    }
}

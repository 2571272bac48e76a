package uplink.billing.terminal.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;

/** Setting agents up. */
class PaymentAgentsTest {

    private final Boundaries boundaries = new Boundaries(LocalDate.of(2026, 12, 1));
    private final PaymentAgents agents = boundaries.get(PaymentAgents.class);
    private final String code = "b" + UUID.randomUUID().toString().substring(9, 23);

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
    }

    private static NewPaymentAgent wish(String code, String min, String max, String daily, String addresses) {
        return new NewPaymentAgent(
                code,
                "Городские терминалы",
                null,
                addresses.isEmpty() ? null : Arrays.asList(addresses.split(" ", -1)),
                new BigDecimal(min),
                new BigDecimal(max),
                daily.isEmpty() ? null : new BigDecimal(daily));
    }

    @Test
    void anAgentIsKeptAsWrittenAndItsSecretOnlyAsAHash() {
        PaymentAgent made = boundaries.call(
                () -> agents.create(wish(code, "10.00", "500.00", "900.00", "203.0.113.7 10.0.0.0/8 2001:db8::1")));
        assertEquals(List.of("203.0.113.7", "10.0.0.0/8", "2001:db8::1"), made.addresses());
        assertTrue(made.active() && made.reachable());
        assertFalse(made.withSecret());
        AgentSecret secret = boundaries.call(() -> agents.makeSecret(made.id()));
        assertEquals(code, secret.user());
        assertTrue(agents.get(made.id()).withSecret());
        assertEquals(
                0,
                boundaries
                        .sql()
                        .number(
                                "select count(*) from payment_agents a where id = ? and a::text like '%' || ? || '%'",
                                made.id(), secret.secret()));
        assertTrue(agents.list().stream().anyMatch(agent -> agent.id().equals(made.id())));
    }

    @ParameterizedTest
    @CsvSource({
        "UPPER, 10, 500, '', '', code",
        "x, 10, 500, '', '', code",
        "ok-code, 0, 500, '', '', minAmount",
        "ok-code, 10.001, 500, '', '', minAmount",
        "ok-code, 10, 9, '', '', maxAmount",
        "ok-code, 10, 500, 499, '', dailyLimit",
        "ok-code, 10, 500, '', 'localhost', addresses",
        "ok-code, 10, 500, '', '203.0.113.7/24', addresses",
        "ok-code, 10, 500, '', '10.0.0.0/33', addresses",
        "ok-code, 10, 500, '', '300.0.0.1', addresses",
        "ok-code, 10, 500, '', '::1/129', addresses",
    })
    void whatCannotBeIsRefusedBesideItsField(
            String code, String min, String max, String daily, String addresses, String field) {
        BusinessException refused = assertThrows(
                BusinessException.class,
                () -> boundaries.call(() -> agents.create(wish(code, min, max, daily, addresses))));
        assertEquals(
                List.of(field), refused.errors().stream().map(FieldError::field).toList());
    }

    @Test
    void theCodeIsTakenOnceAndStays() {
        PaymentAgent made = boundaries.call(() -> agents.create(wish(code, "10", "500", "", "")));
        assertFalse(made.reachable(), "without a secret and without addresses there is no way in");
        BusinessException taken = assertThrows(
                BusinessException.class, () -> boundaries.call(() -> agents.create(wish(code, "10", "500", "", ""))));
        assertEquals(ProblemType.CONFLICT, taken.type());
        assertThrows(
                BusinessException.class,
                () -> boundaries.call(() -> agents.replace(made.id(), null, wish(code + "x", "10", "500", "", ""))));
        boundaries.call(() -> agents.replace(made.id(), 0, wish(code, "20", "500", "", "")));
        BusinessException stale = assertThrows(
                BusinessException.class,
                () -> boundaries.call(() -> agents.replace(made.id(), 0, wish(code, "30", "500", "", ""))));
        assertEquals(ProblemType.STALE, stale.type());
        assertEquals(new BigDecimal("20.00"), agents.get(made.id()).minAmount());
        assertThrows(BusinessException.class, () -> agents.get(UUID.randomUUID()));
    }
}

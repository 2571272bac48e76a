package uplink.billing.terminal.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;
import uplink.testing.Provider;

/** Terminals of several agents, on the real database. */
class TerminalsTest {

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final String HERE = "192.0.2.77";

    private final Provider provider = new Provider();
    private final Boundaries boundaries = new Boundaries(DECEMBER);
    private final PaymentAgents agents = boundaries.get(PaymentAgents.class);
    private final UUID customer = provider.customer();
    private final String account = "C-" + customer;
    private final PaymentAgent agent = agent(null);
    private final String key = key(agent);

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
    }

    private PaymentAgent agent(@Nullable String daily, String... addresses) {
        String code = "a" + UUID.randomUUID().toString().substring(9, 23);
        return boundaries.call(() -> agents.create(wish(code, daily, true, addresses)));
    }

    private static NewPaymentAgent wish(String code, @Nullable String daily, boolean active, String... addresses) {
        BigDecimal limit = daily == null ? null : new BigDecimal(daily);
        BigDecimal max = limit == null ? new BigDecimal("15000.00") : limit;
        return new NewPaymentAgent(code, "Agent", active, List.of(addresses), new BigDecimal("10.00"), max, limit);
    }

    private String key(PaymentAgent of) {
        AgentSecret made = boundaries.call(() -> agents.makeSecret(of.id()));
        return basic(made.user(), made.secret());
    }

    private static String basic(String user, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private TerminalAnswer ask(@Nullable String authorization, String command, String sum, String txn) {
        return ask(boundaries, request(authorization, command, account, sum, txn));
    }

    private static TerminalRequest request(
            @Nullable String authorization, String command, String account, @Nullable String sum, String txn) {
        return new TerminalRequest(HERE, authorization, command, account, sum, txn, "20261201110000", null);
    }

    private static TerminalAnswer ask(Boundaries at, TerminalRequest request) {
        return at.call(() -> at.get(Terminals.class).answer(request));
    }

    private long payments() {
        return provider.sql.number("select count(*) from payments where customer_id = ?", customer);
    }

    @Test
    void aPaymentIsTakenOnceAndToldTheSameEachTime() {
        assertEquals(TerminalResult.OK, ask(key, "check", "100.50", "1").result());
        assertEquals(0, payments(), "a check takes nothing");
        TerminalAnswer first = ask(key, "pay", "100.50", "1");
        assertEquals(TerminalResult.OK, first.result());
        assertEquals("1", first.txnId());
        assertEquals(new BigDecimal("100.50"), first.sum());
        assertEquals("RUB", first.currency());
        assertTrue(first.prvTxn() > 0);
        assertEquals(first, ask(key, "pay", "100.5", "1"));
        assertEquals(1, payments());
        assertEquals(new BigDecimal("100.50"), provider.balance(customer));
        assertEquals(provider.balanceByTransfers(customer), provider.balance(customer));
        assertEquals(
                List.of("terminal succeeded osmp:" + agent.code() + " 1 clearing:terminals 2026-12-01 08:00:00+00"),
                provider.sql.list(
                        """
                        select p.method || ' ' || p.status || ' ' || p.provider || ' ' || p.external_id || ' ' || a.code
                            || ' ' || (x.txn_date at time zone 'UTC') || '+00'
                        from payments p join transactions t on t.payment_id = p.id
                        join ledger_accounts a on a.id = t.debit_account
                        join terminal_payments x on x.payment_id = p.id where p.customer_id = ?""",
                        row -> row.getString(1),
                        customer));
    }

    @Test
    void anotherSumOrAccountUnderTheSameNumberIsRefusedAndChangesNothing() {
        ask(key, "pay", "100.00", "1");
        assertEquals(TerminalResult.REFUSED, ask(key, "pay", "100.01", "1").result());
        String other = "C-" + provider.customer();
        assertEquals(
                TerminalResult.REFUSED,
                ask(boundaries, request(key, "pay", other, "100.00", "1")).result());
        assertEquals(new BigDecimal("100.00"), provider.balance(customer));
    }

    @Test
    void numbersBelongToTheirAgent() {
        long first = ask(key, "pay", "100.00", "1").prvTxn();
        assertNotEquals(first, ask(key(agent(null)), "pay", "100.00", "1").prvTxn());
        assertEquals(new BigDecimal("200.00"), provider.balance(customer));
    }

    @Test
    void whatWasTakenIsToldAlsoWhenNothingMoreIsTaken() {
        TerminalAnswer taken = ask(key, "pay", "100.00", "1");
        boundaries.call(() -> agents.replace(agent.id(), null, wish(agent.code(), null, false)));
        provider.sql.update("update customers set status = 'closed' where id = ?", customer);
        assertEquals(taken, ask(key, "pay", "100.00", "1"));
        assertEquals(TerminalResult.NOT_ALLOWED, ask(key, "pay", "100.00", "2").result());
    }

    @ParameterizedTest
    @CsvSource({
        "pay, '', 100.00, 1, BAD_ACCOUNT",
        "pay, 'a b', 100.00, 1, BAD_ACCOUNT",
        "pay, '<x>', 100.00, 1, BAD_ACCOUNT",
        "pay, 99999999, 100.00, 1, NO_SUCH_ACCOUNT",
        "check, 99999999, , 1, NO_SUCH_ACCOUNT",
        "pay, HERE, 9.99, 1, TOO_SMALL",
        "pay, HERE, 0, 1, TOO_SMALL",
        "check, HERE, 9.99, 1, TOO_SMALL",
        "pay, HERE, 15000.01, 1, TOO_LARGE",
        "pay, HERE, 1e3, 1, REFUSED",
        "pay, HERE, -5.00, 1, REFUSED",
        "pay, HERE, 100.001, 1, REFUSED",
        "pay, HERE, , 1, REFUSED",
        "check, HERE, abc, 1, REFUSED",
        "pay, HERE, 100.00, 1a, REFUSED",
        "pay, HERE, 100.00, 123456789012345678901, REFUSED",
        "cancel, HERE, 100.00, 1, REFUSED",
        "check, HERE, , 1, OK",
    })
    void everyRefusalHasItsCode(
            String command, String number, @Nullable String sum, String txn, TerminalResult result) {
        String asked = number.equals("HERE") ? account : number;
        TerminalAnswer answer = ask(boundaries, request(key, command, asked, sum, txn));
        assertEquals(result, answer.result());
        assertEquals(result == TerminalResult.OK, answer.comment() == null);
        assertEquals(0, payments());
    }

    @Test
    void aClosedAccountAnotherCurrencyAndAnImpossibleDateAreRefused() {
        TerminalRequest dollars = new TerminalRequest(HERE, key, "pay", account, "100.00", "1", null, "USD");
        assertEquals(TerminalResult.REFUSED, ask(boundaries, dollars).result());
        TerminalRequest never = new TerminalRequest(HERE, key, "pay", account, "100.00", "1", "20261341000000", null);
        assertEquals(TerminalResult.REFUSED, ask(boundaries, never).result());
        provider.sql.update("update customers set status = 'closed' where id = ?", customer);
        assertEquals(
                TerminalResult.ACCOUNT_CLOSED, ask(key, "pay", "100.00", "1").result());
        assertEquals(0, payments());
    }

    @Test
    void aBareNumberIsReadAsTheSeriesWritesIt() {
        String digits = "7" + (System.nanoTime() % 100_000 + 100_000);
        provider.sql.update("update customers set contract_number = 'UL-' || ? where id = ?", digits, customer);
        for (String typed : List.of(digits, "00" + digits, "UL-" + digits)) {
            assertEquals(
                    TerminalResult.OK,
                    ask(boundaries, request(key, "check", typed, null, "1")).result(),
                    typed);
        }
    }

    @Test
    void theLimitOfTheDayHoldsForAllItsPaymentsAndEndsWithTheDay() {
        String limited = key(agent("250.00"));
        assertEquals(TerminalResult.OK, ask(limited, "pay", "200.00", "1").result());
        assertEquals(
                TerminalResult.OVER_THE_DAYS_LIMIT,
                ask(limited, "pay", "50.01", "2").result());
        assertEquals(TerminalResult.OK, ask(limited, "pay", "200.00", "1").result(), "told again, not taken again");
        assertEquals(TerminalResult.OK, ask(limited, "pay", "50.00", "3").result());
        boundaries.today(DECEMBER.plusDays(1));
        assertEquals(TerminalResult.OK, ask(limited, "pay", "50.01", "2").result());
    }

    @Test
    void nobodyElseLearnsAnything() {
        String wrong = basic(agent.code(), "wrong");
        for (String authorization : new String[] {
            null, "", "Basic", "Basic !!!", "Bearer x", wrong, basic("nobody", "x"), basic("", ""), "Basic " + "Og=="
        }) {
            BusinessException refused = assertThrows(
                    BusinessException.class, () -> ask(authorization, "check", "100.00", "1"), authorization);
            assertEquals(ProblemType.UNAUTHENTICATED, refused.type());
        }
        String old = key;
        key(agent);
        assertThrows(BusinessException.class, () -> ask(old, "check", "100.00", "1"), "a new secret ends the old one");
    }

    @Test
    void anAgentWithoutASecretIsKnownByItsNarrowestNetwork() {
        String third = "10." + (UUID.randomUUID().hashCode() & 127) + "."
                + (UUID.randomUUID().hashCode() & 127);
        PaymentAgent wide = agent(null, third + ".0/24");
        PaymentAgent narrow = agent(null, third + ".8", "2001:db8::/64");
        assertEquals(wide.code(), brought(third + ".9"));
        assertEquals(narrow.code(), brought(third + ".8"));
        PaymentAgent rival = agent(null, third + ".8/32");
        assertThrows(BusinessException.class, () -> brought(third + ".8"), "nobody can tell which of the two");
        key(rival);
        assertEquals(narrow.code(), brought(third + ".8"));
        assertThrows(BusinessException.class, () -> brought("192.0.2.78"));
    }

    private String brought(String address) {
        String txn = Long.toString(System.nanoTime());
        ask(boundaries, new TerminalRequest(address, null, "pay", account, "10.00", txn, null, null));
        return provider.sql
                .first(
                        """
                        select a.code from terminal_payments t join payment_agents a on a.id = t.agent_id
                        where t.txn_id = ?""",
                        row -> row.getString(1),
                        txn)
                .orElseThrow();
    }

    @Test
    void anAgentWithBothNeedsBoth() {
        PaymentAgent both = agent(null, "198.51.100.0/24");
        String secret = key(both);
        assertThrows(BusinessException.class, () -> ask(secret, "check", "100.00", "1"), "from elsewhere");
        TerminalRequest home = new TerminalRequest("198.51.100.9", secret, "check", account, "100.00", "1", null, null);
        assertEquals(TerminalResult.OK, ask(boundaries, home).result());
        TerminalRequest bare = new TerminalRequest("198.51.100.9", null, "check", account, "100.00", "1", null, null);
        assertThrows(BusinessException.class, () -> ask(boundaries, bare));
        boundaries.call(() -> agents.dropSecret(both.id()));
        assertEquals(TerminalResult.OK, ask(boundaries, bare).result());
    }

    @Test
    void sixteenAtOnceAreOnePayment() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<TerminalAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String sum = i % 4 == 3 ? "101.00" : "100.00";
                answers.add(threads.submit(() -> {
                    try (Boundaries own = new Boundaries(DECEMBER)) {
                        return ask(own, request(key, "pay", account, sum, "77"));
                    }
                }));
            }
            List<TerminalAnswer> distinct = new ArrayList<>();
            for (Future<TerminalAnswer> answer : answers) {
                if (!distinct.contains(answer.get())) {
                    distinct.add(answer.get());
                }
            }
            assertEquals(2, distinct.size(), "taken, or refused for the sum: " + distinct);
            assertEquals(1, payments());
        } finally {
            threads.shutdownNow();
        }
    }
}

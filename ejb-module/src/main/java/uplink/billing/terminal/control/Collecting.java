package uplink.billing.terminal.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.control.Payers;
import uplink.billing.payment.control.Receipt;
import uplink.billing.terminal.boundary.TerminalAnswer;
import uplink.billing.terminal.boundary.TerminalResult;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.shared.Text;

/** What an agent may do: ask for an account, and bring a payment once. */
public record Collecting(Sql sql, Access.Agent agent, LocalDate today, ZoneId zone, Instant now) {

    /** A payment that was taken under an agent's number. */
    private record Taken(long prvTxn, String account, BigDecimal amount, String currency) {}

    /** Whether it could be paid. */
    public TerminalAnswer check(Asked asked) {
        Refusal refusal = refusal(asked);
        return refusal == null
                ? TerminalAnswer.of(asked.txnId(), TerminalResult.OK, null)
                : TerminalAnswer.of(asked.txnId(), refusal.result(), Text.of(refusal.why()));
    }

    /** Takes the payment, or tells again what was answered when it was taken. */
    public TerminalAnswer pay(Asked asked) {
        Optional<Taken> before = taken(asked);
        if (before.isPresent()) {
            return again(before.get(), asked);
        }
        Refusal refusal = refusal(asked);
        if (refusal != null) {
            return refused(asked, refusal);
        }
        Payers.Payer payer = Payers.byNumber(sql, asked.account()).orElseThrow();
        // the customer first, as everywhere; whoever asks the same at the same time waits here
        Posting.Account account = Posting.hold(sql, payer.customerId());
        UUID payment = Ids.next();
        Refusal late = late(asked, account);
        if (late != null) {
            return taken(asked).map(taken -> again(taken, asked)).orElseGet(() -> refused(asked, late));
        }
        if (!claim(asked, payment)) {
            return again(taken(asked).orElseThrow(), asked);
        }
        book(payment, payer.customerId(), account.currency(), sum(asked), asked);
        return again(taken(asked).orElseThrow(), asked);
    }

    private void book(UUID payment, UUID customer, String currency, BigDecimal amount, Asked asked) {
        new Receipt(
                        customer,
                        amount,
                        currency,
                        PaymentMethod.TERMINAL,
                        agent.provider(),
                        HouseAccount.TERMINALS,
                        null,
                        null,
                        null)
                .book(sql, payment, asked.txnId(), today, now);
    }

    private record Refusal(TerminalResult result, String why) {}

    private @Nullable Refusal refusal(Asked asked) {
        if (!agent.active()) {
            return new Refusal(TerminalResult.NOT_ALLOWED, "terminal.agent-off");
        }
        Optional<Payers.Payer> payer = Payers.byNumber(sql, asked.account());
        if (payer.isEmpty()) {
            return new Refusal(TerminalResult.NO_SUCH_ACCOUNT, "terminal.no-account");
        }
        if (payer.get().closed()) {
            return new Refusal(TerminalResult.ACCOUNT_CLOSED, "terminal.closed");
        }
        BigDecimal sum = asked.sum();
        if (sum != null && sum.compareTo(agent.minAmount()) < 0) {
            return new Refusal(TerminalResult.TOO_SMALL, "terminal.too-small");
        }
        return sum != null && sum.compareTo(agent.maxAmount()) > 0
                ? new Refusal(TerminalResult.TOO_LARGE, "terminal.too-large")
                : null;
    }

    /** What only the locked account and the agent's day tell. */
    private @Nullable Refusal late(Asked asked, Posting.Account account) {
        if (asked.currency() != null && !asked.currency().equals(account.currency())) {
            return new Refusal(TerminalResult.REFUSED, "terminal.currency");
        }
        if (!account.canTake(sum(asked))) {
            return new Refusal(TerminalResult.TOO_LARGE, "terminal.too-large");
        }
        return isOverTheDay(sum(asked)) ? new Refusal(TerminalResult.OVER_THE_DAYS_LIMIT, "terminal.day-limit") : null;
    }

    private boolean isOverTheDay(BigDecimal sum) {
        if (agent.dailyLimit() == null) {
            return false;
        }
        // one after the other, or two at once would both see room
        sql.first("select id from payment_agents where id = ? for no key update", row -> true, agent.id());
        BigDecimal day = sql.first(
                        "select coalesce(sum(amount), 0) from terminal_payments where agent_id = ? and created_at >= ?",
                        row -> row.getBigDecimal(1),
                        agent.id(),
                        today.atStartOfDay(zone).toInstant())
                .orElseThrow();
        return day.add(sum).compareTo(agent.dailyLimit()) > 0;
    }

    private boolean claim(Asked asked, UUID payment) {
        return sql.update(
                        """
                        insert into terminal_payments (agent_id, txn_id, payment_id, account, amount, txn_date, created_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (agent_id, txn_id) do nothing""",
                        agent.id(),
                        asked.txnId(),
                        payment,
                        asked.account(),
                        sum(asked),
                        asked.date(),
                        now)
                == 1;
    }

    private Optional<Taken> taken(Asked asked) {
        return sql.first(
                """
                select t.prv_txn, t.account, t.amount, p.currency from terminal_payments t
                join payments p on p.id = t.payment_id where t.agent_id = ? and t.txn_id = ?""",
                Collecting::taken,
                agent.id(),
                asked.txnId());
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(row.getLong(1), row.getString(2), row.getBigDecimal(3), row.getString(4));
    }

    private static TerminalAnswer again(Taken taken, Asked asked) {
        boolean isSame =
                taken.account().equals(asked.account()) && taken.amount().compareTo(sum(asked)) == 0;
        return isSame
                ? new TerminalAnswer(
                        asked.txnId(), taken.prvTxn(), taken.amount(), taken.currency(), TerminalResult.OK, null)
                : refused(asked, new Refusal(TerminalResult.REFUSED, "terminal.other-payment"));
    }

    private static TerminalAnswer refused(Asked asked, Refusal refusal) {
        return TerminalAnswer.of(asked.txnId(), refusal.result(), Text.of(refusal.why()));
    }

    private static BigDecimal sum(Asked asked) {
        return Objects.requireNonNull(asked.sum(), "a payment has a sum");
    }
}

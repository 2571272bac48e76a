package uplink.billing.terminal.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.terminal.boundary.PaymentAgent;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Table {@code payment_agents}. */
public final class AgentRows {

    private static final String SELECT =
            """
            select id, code, name, is_active, secret_hash is not null, addresses::text[], min_amount, max_amount,
                daily_limit, currency, version, created_at from payment_agents\s""";

    private final Sql sql;

    public AgentRows(Sql sql) {
        this.sql = sql;
    }

    public List<PaymentAgent> all() {
        return sql.list(SELECT + "order by code", AgentRows::agent);
    }

    public Optional<PaymentAgent> one(UUID id) {
        return sql.first(SELECT + "where id = ?", AgentRows::agent, id);
    }

    /** {@code conflict} when the code is taken. */
    public void add(PaymentAgent agent) {
        int added = sql.update(
                """
                insert into payment_agents (id, code, name, is_active, addresses, min_amount, max_amount, daily_limit,
                    currency, created_at, updated_at)
                values (?, ?, ?, ?, ?::text[]::cidr[], ?, ?, ?, ?, ?, ?) on conflict (code) do nothing""",
                agent.id(),
                agent.code(),
                agent.name(),
                agent.active(),
                agent.addresses().toArray(String[]::new),
                agent.minAmount(),
                agent.maxAmount(),
                agent.dailyLimit(),
                agent.currency(),
                agent.createdAt(),
                agent.createdAt());
        if (added == 0) {
            throw new BusinessException(ProblemType.CONFLICT, Text.of("terminal.agent.taken"));
        }
    }

    /** Writes the agent when it still has that version; {@code stale}. */
    public void replace(PaymentAgent agent, Instant now) {
        int changed = sql.update(
                """
                update payment_agents set name = ?, is_active = ?, addresses = ?::text[]::cidr[], min_amount = ?,
                    max_amount = ?, daily_limit = ?, updated_at = ?, version = version + 1
                where id = ? and version = ?""",
                agent.name(),
                agent.active(),
                agent.addresses().toArray(String[]::new),
                agent.minAmount(),
                agent.maxAmount(),
                agent.dailyLimit(),
                now,
                agent.id(),
                agent.version());
        if (changed == 0) {
            throw BusinessException.stale();
        }
    }

    public void keepSecret(UUID agent, byte @Nullable [] hash, Instant now) {
        sql.update(
                "update payment_agents set secret_hash = ?, updated_at = ?, version = version + 1 where id = ?",
                hash,
                now,
                agent);
    }

    private static PaymentAgent agent(ResultSet row) throws SQLException {
        return new PaymentAgent(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                networks(row),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getString(10),
                row.getInt(11),
                row.getTimestamp(12).toInstant());
    }

    private static List<String> networks(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray(6).getArray())
                .map(network -> network.replaceFirst("(?<=\\.[0-9]{1,3})/32$|/128$", ""))
                .toList();
    }
}

package uplink.billing.subscription.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.AddressOn;
import uplink.billing.subscription.boundary.Relocation;
import uplink.billing.subscription.boundary.RelocationStatus;
import uplink.customer.boundary.AddressDetail;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Moves of contracts. */
public final class RelocationRows {

    /** A move that was planned, and its fee. */
    public record Planned(
            UUID id,
            UUID contract,
            UUID customer,
            UUID to,
            LocalDate on,
            @Nullable UUID subscription,
            @Nullable UUID fee) {}

    private static final String ROWS =
            """
            select r.id, r.contract_id, r.customer_id, r.on_day, f.city, f.street, f.house, f.flat, t.city, t.street,
                t.house, t.flat, r.status, e.amount, c.currency, r.reason, r.answer, r.created_at
            from relocations r join addresses t on t.id = r.to_address_id join customers c on c.id = r.customer_id
            left join addresses f on f.id = r.from_address_id left join subscription_events e on e.id = r.fee_event_id\s""";

    private static final String PLANNED =
            """
            select id, contract_id, customer_id, to_address_id, on_day, subscription_id, fee_event_id from relocations
            where status = 'planned' and\s""";

    private final Sql sql;

    public RelocationRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    /** Planned, or done already; from where the contract is served now. */
    public void add(Planned move, RelocationStatus status, @Nullable String reason, @Nullable UUID by, Instant at) {
        sql.update(
                """
                insert into relocations (id, contract_id, customer_id, from_address_id, to_address_id, on_day, status,
                    reason, subscription_id, fee_event_id, created_at, created_by)
                select ?, k.id, k.customer_id, k.address_id, ?, ?, ?, ?, ?, ?, ?, ? from contracts k where k.id = ?""",
                move.id(),
                move.to(),
                move.on(),
                status.code(),
                reason,
                move.subscription(),
                move.fee(),
                at,
                by,
                move.contract());
    }

    /**
     * What is planned comes to this; a correction of the old address meanwhile counts. False when it was planned no longer:
     * somebody else was quicker.
     */
    public boolean end(UUID id, RelocationStatus status, @Nullable String answer) {
        return sql.update(
                        """
                        update relocations r set status = ?, answer = ?, version = r.version + 1,
                            from_address_id = case when ? then k.address_id else r.from_address_id end
                        from contracts k where k.id = r.contract_id and r.id = ? and r.status = 'planned'""",
                        status.code(),
                        answer,
                        status == RelocationStatus.DONE,
                        id)
                > 0;
    }

    public Optional<Planned> planned(UUID contract) {
        return sql.first(PLANNED + "contract_id = ?", RelocationRows::planned, contract);
    }

    /** Those whose day has come, the longest due first. */
    public List<Planned> due(LocalDate today, int atMost) {
        return sql.list(PLANNED + "on_day <= ? order by on_day, id limit ?", RelocationRows::planned, today, atMost);
    }

    private static Planned planned(ResultSet row) throws SQLException {
        return new Planned(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class));
    }

    /** The service under a contract that is charged for a move: the oldest of its own that goes on that day. */
    public Optional<UUID> charged(UUID contract, LocalDate on) {
        return sql.first(
                """
                select id from subscriptions where contract_id = ? and addon_of is null and started_on <= ?
                    and (ended_on is null or ended_on > ?) order by id limit 1""",
                row -> row.getObject(1, UUID.class),
                contract,
                on,
                on);
    }

    /** Where a contract is served on a day; empty: there is no such contract. */
    public Optional<AddressOn> on(UUID contract, LocalDate day) {
        return sql.first(
                """
                select a.id, a.city, a.street, a.house, a.flat from contracts k
                left join addresses a on a.id = contract_address_on(k.id, ?) where k.id = ?""",
                row -> new AddressOn(day, row.getObject(1) == null ? null : line(row, 2)),
                day,
                contract);
    }

    public Optional<Relocation> one(UUID id) {
        return sql.first(ROWS + "where r.id = ?", RelocationRows::read, id);
    }

    /** The last day first. */
    public List<Relocation> ofContract(UUID contract) {
        return sql.list(
                ROWS + "where r.contract_id = ? order by r.on_day desc, r.id desc", RelocationRows::read, contract);
    }

    private static Relocation read(ResultSet row) throws SQLException {
        return new Relocation(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, LocalDate.class),
                row.getString(5) == null ? null : line(row, 5),
                line(row, 9),
                Coded.of(RelocationStatus.class, row.getString(13)),
                row.getBigDecimal(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getTimestamp(18).toInstant());
    }

    private static String line(ResultSet row, int at) throws SQLException {
        return AddressDetail.line(
                row.getString(at), row.getString(at + 1), row.getString(at + 2), row.getString(at + 3));
    }
}

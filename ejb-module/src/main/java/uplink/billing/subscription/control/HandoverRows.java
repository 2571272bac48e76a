package uplink.billing.subscription.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.Posting;
import uplink.billing.subscription.boundary.Handover;
import uplink.billing.subscription.boundary.HandoverStatus;
import uplink.customer.boundary.NewAddress;
import uplink.customer.boundary.NewContract;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Contracts that change hands. */
public final class HandoverRows {

    /** A contract of a customer. */
    public record Under(UUID customer, UUID contract) {}

    private static final String ROWS =
            """
            select h.id, h.contract_id, k.number, h.customer_id, c.full_name, h.new_contract_id, n.number,
                h.new_customer_id, d.full_name, h.on_day, h.status, h.reason, h.answer, h.created_at, h.withdrawn_at
            from handovers h join contracts k on k.id = h.contract_id join customers c on c.id = h.customer_id
            join contracts n on n.id = h.new_contract_id join customers d on d.id = h.new_customer_id\s""";

    private final Sql sql;

    public HandoverRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    /** Locks both customers in the order of their ids, so that nobody waits in a circle; {@code not-found}. */
    public void lock(UUID one, @Nullable UUID other) {
        Stream.of(one, other == null ? one : other)
                .distinct()
                .sorted()
                .forEach(customer -> Posting.hold(sql, customer));
    }

    /** A contract like that one from a day on, at the address to which it has moved by then. */
    public NewContract terms(UUID contract, @Nullable String number, LocalDate on) {
        return sql.first(
                        """
                        select k.billing_day, k.tariff_id, a.id is not null, a.region, a.city, a.street, a.house, a.flat,
                            a.entrance, a.floor, a.note, a.place_id
                        from contracts k left join addresses a on a.id = coalesce((select r.to_address_id from relocations r
                            where r.contract_id = k.id and r.status = 'planned' and r.on_day < ?), k.address_id)
                        where k.id = ?""",
                        row -> new NewContract(
                                number,
                                on,
                                row.getInt(1),
                                row.getObject(2, UUID.class),
                                row.getBoolean(3) ? address(row) : null),
                        on,
                        contract)
                .orElseThrow(BusinessException::notFound);
    }

    private static NewAddress address(ResultSet row) throws SQLException {
        return new NewAddress(
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getObject(12, UUID.class));
    }

    public void add(
            UUID id,
            UUID contract,
            UUID customer,
            Under to,
            LocalDate on,
            String reason,
            @Nullable UUID by,
            Instant at) {
        sql.update(
                """
                insert into handovers (id, contract_id, customer_id, new_contract_id, new_customer_id, on_day, reason,
                    status, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?, 'agreed', ?, ?)""",
                id,
                contract,
                customer,
                to.contract(),
                to.customer(),
                on,
                reason,
                at,
                by);
    }

    /** False when it was agreed no longer: somebody else was quicker. */
    public boolean withdraw(UUID id, String answer, @Nullable UUID by, Instant at) {
        return sql.update(
                        """
                        update handovers set status = 'withdrawn', answer = ?, withdrawn_at = ?, withdrawn_by = ?,
                            version = version + 1 where id = ? and status = 'agreed'""",
                        answer,
                        at,
                        by,
                        id)
                > 0;
    }

    public Optional<Handover> one(UUID id) {
        return first("h.id", id);
    }

    /** The last one. */
    public Optional<Handover> ofContract(UUID contract) {
        return first("h.contract_id", contract);
    }

    public Optional<Handover> ofNewContract(UUID contract) {
        return first("h.new_contract_id", contract);
    }

    private Optional<Handover> first(String column, UUID id) {
        return sql.first(ROWS + "where %s = ? order by h.id desc limit 1".formatted(column), HandoverRows::read, id);
    }

    private static Handover read(ResultSet row) throws SQLException {
        Timestamp withdrawn = row.getTimestamp(15);
        return new Handover(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                Coded.of(HandoverStatus.class, row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getTimestamp(14).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}

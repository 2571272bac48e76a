package uplink.billing.subscription.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.Termination;
import uplink.billing.subscription.boundary.TerminationStatus;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** The wishes to end contracts. */
public final class TerminationRows {

    /** Whose contract, and how it stands. */
    public record Owner(UUID customer, @Nullable LocalDate closedOn, LocalDate signedOn) {}

    private static final String ROWS =
            """
            select t.id, t.contract_id, k.number, t.customer_id, c.full_name, t.wanted_on, t.status, t.reason, t.equipment,
                t.by_customer, t.answer, t.created_at, t.decided_at
            from terminations t join contracts k on k.id = t.contract_id join customers c on c.id = t.customer_id\s""";

    private final Sql sql;

    public TerminationRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    public Optional<Owner> owner(UUID contract) {
        return sql.first(
                "select customer_id, closed_on, signed_on from contracts where id = ?",
                row -> new Owner(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class)),
                contract);
    }

    /** Refuses with {@code invalid-state} when its end is named or asked for. */
    public void refuseEnding(Owner owner, UUID contract) {
        LocalDate closed = owner.closedOn();
        if (closed != null) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.contract.ended", closed));
        }
        ofContract(contract)
                .filter(t -> t.status() == TerminationStatus.REQUESTED)
                .ifPresent(t -> {
                    throw new BusinessException(
                            ProblemType.INVALID_STATE, Text.of("subscription.termination.asked", t.on()));
                });
    }

    /** Newest first. */
    public List<Termination> list(@Nullable TerminationStatus status, @Nullable UUID before, int limit, int offset) {
        return sql.list(
                ROWS + "where (?::text is null or t.status = ?) and (?::uuid is null or t.id < ?)"
                        + " order by t.id desc limit ? offset ?",
                TerminationRows::row,
                status == null ? null : status.code(),
                status == null ? null : status.code(),
                before,
                before,
                limit,
                offset);
    }

    public long count(@Nullable TerminationStatus status) {
        return sql.number(
                "select count(*) from terminations where ?::text is null or status = ?",
                status == null ? null : status.code(),
                status == null ? null : status.code());
    }

    public Optional<Termination> one(UUID id) {
        return sql.first(ROWS + "where t.id = ?", TerminationRows::row, id);
    }

    /** The one that is asked for or agreed on, else the last one. */
    public Optional<Termination> ofContract(UUID contract) {
        return sql.first(
                ROWS + "where t.contract_id = ? order by t.status in ('requested', 'agreed') desc, t.id desc limit 1",
                TerminationRows::row,
                contract);
    }

    public void add(
            UUID id,
            UUID contract,
            UUID customer,
            LocalDate on,
            TerminationStatus status,
            String reason,
            @Nullable String equipment,
            boolean byCustomer,
            @Nullable UUID by,
            Instant at) {
        boolean decided = status != TerminationStatus.REQUESTED;
        sql.update(
                """
                insert into terminations (id, contract_id, customer_id, wanted_on, status, reason, equipment, by_customer,
                    created_at, created_by, decided_at, decided_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?)""",
                id,
                contract,
                customer,
                on,
                status.code(),
                reason,
                equipment,
                byCustomer,
                at,
                by,
                decided ? at : null,
                decided ? by : null);
    }

    /** Decides what is in that state; false when it is no longer. */
    public boolean decide(
            UUID id,
            TerminationStatus from,
            TerminationStatus to,
            @Nullable String equipment,
            @Nullable String answer,
            @Nullable UUID by,
            Instant at) {
        return sql.update(
                        """
                        update terminations set status = ?, equipment = coalesce(?, equipment), answer = ?, decided_by = ?,
                            decided_at = ?, version = version + 1 where id = ? and status = ?""",
                        to.code(),
                        equipment,
                        answer,
                        by,
                        at,
                        id,
                        from.code())
                == 1;
    }

    private static Termination row(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp(13);
        return new Termination(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                Coded.of(TerminationStatus.class, row.getString(7)),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10),
                row.getString(11),
                row.getTimestamp(12).toInstant(),
                decided == null ? null : decided.toInstant());
    }
}

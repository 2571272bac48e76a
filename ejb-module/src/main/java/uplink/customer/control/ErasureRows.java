package uplink.customer.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ErasedThing;
import uplink.customer.boundary.Erasure;
import uplink.customer.boundary.ErasureStatus;
import uplink.customer.boundary.KeepingRule;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Wishes to be forgotten, and the deed itself, which the database does by what tables {@code erased_tables} says. */
public final class ErasureRows {

    /** Whose data: a customer and the user they sign in as. */
    public record Person(UUID customer, @Nullable UUID user, String contractNumber) {}

    private record Emptied(int rows, String digest) {}

    private static final String ROWS =
            """
            select e.id, e.customer_id, c.contract_number, c.full_name, e.status, e.by_customer, e.reason, e.basis, e.answer,
                e.created_at, e.decided_at
            from erasures e join customers c on c.id = e.customer_id\s""";

    private final Sql sql;

    public ErasureRows(Sql sql) {
        this.sql = sql;
    }

    /** Until the transaction ends nobody bills, pays or changes the customer. */
    public void lock(UUID customer) {
        sql.first("select 1 from customers where id = ? for no key update", row -> true, customer);
    }

    /** {@code not-found} where there is none. */
    public Person person(UUID customer) {
        return sql.first(
                        "select id, user_id, contract_number from customers where id = ?",
                        row -> new Person(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)),
                        customer)
                .orElseThrow(BusinessException::notFound);
    }

    /** Locks the customer, and whoever turned out to be them and is not erased; the customer comes last. */
    public List<UUID> lockAll(UUID customer) {
        lock(customer);
        List<UUID> all = new ArrayList<>(sql.list(
                """
                select id from customers where merged_into = ? and id <> merged_into and erased_at is null order by id
                for no key update""",
                row -> row.getObject(1, UUID.class),
                customer));
        all.add(customer);
        return all;
    }

    /** In the order in which they go; of what there is none is left out. */
    public List<ErasedThing> goes(Person person) {
        return sql.list(
                """
                select thing, sum(how_many) from erasable(?, ?) with ordinality x (thing, how_many, no)
                group by thing having sum(how_many) > 0 order by min(no)""",
                row -> new ErasedThing(row.getString(1), row.getLong(2)),
                person.customer(),
                person.user());
    }

    public List<KeepingRule> rules() {
        return sql.list(
                """
                select code, holds, months, name_ru, name_en, source_ru, source_en from keeping_rules
                order by holds desc, months desc nulls last, code""",
                row -> new KeepingRule(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
    }

    /** Addresses that letters to the person went to, in small letters. */
    public Set<String> emails(Person person) {
        return sql
                .list(
                        """
                        select lower(email) from customers where id = ? and email is not null
                        union select lower(email) from users where id = ?
                        union select lower(email) from email_changes where user_id = ?
                        union select lower(before) from email_changes where user_id = ?""",
                        row -> row.getString(1),
                        person.customer(),
                        person.user(),
                        person.user(),
                        person.user())
                .stream()
                .collect(Collectors.toSet());
    }

    /** Answers the deed's id: the wish that was open, else a new one. */
    public UUID erase(Person person, String basis, @Nullable UUID by, Instant at) {
        UUID deed = sql.first(
                        "select id from erasures where customer_id = ? and status = 'requested'",
                        row -> row.getObject(1, UUID.class),
                        person.customer())
                .orElseGet(Ids::next);
        Emptied trail = sql.first(
                        "select trail_rows, trail_digest from erase_person(?, ?, ?)",
                        row -> new Emptied(row.getInt(1), row.getString(2)),
                        person.customer(),
                        person.user(),
                        deed)
                .orElseThrow();
        sql.update(
                """
                insert into erasures as e (id, customer_id, status, by_customer, basis, created_at, created_by, decided_at,
                    decided_by, trail_rows, trail_digest)
                values (?, ?, 'done', false, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set status = 'done', basis = excluded.basis, decided_at = excluded.decided_at,
                    decided_by = excluded.decided_by, trail_rows = excluded.trail_rows,
                    trail_digest = excluded.trail_digest, version = e.version + 1""",
                deed,
                person.customer(),
                basis,
                at,
                by,
                at,
                by,
                trail.rows(),
                trail.digest());
        return deed;
    }

    /** An application that was refused and has nobody's customer, until the transaction ends; false: it is no such one now. */
    public boolean lockRefused(UUID application) {
        return sql.first(
                        """
                        select 1 from applications where id = ? and customer_id is null and erased_at is null
                            and status = 'refused' and not awaits_coverage for no key update""",
                        row -> true,
                        application)
                .isPresent();
    }

    /** The address that letters to the applicant went to, in small letters, unless others are written to there. */
    public Set<String> emailsOfApplicant(UUID application) {
        return Set.copyOf(sql.list(
                """
                select lower(a.email) from applications a where a.id = ? and a.email is not null
                    and not exists (select from applications o where lower(o.email) = lower(a.email) and o.id <> a.id)
                    and not exists (select from users u where lower(u.email) = lower(a.email))
                    and not exists (select from customers c where c.email is not null and lower(c.email) = lower(a.email))""",
                row -> row.getString(1),
                application));
    }

    /** Answers the deed's id. */
    public UUID eraseApplicant(UUID application, String basis, @Nullable UUID by, Instant at) {
        UUID deed = Ids.next();
        Emptied trail = sql.first(
                        "select trail_rows, trail_digest from erase_applicant(?, ?)",
                        row -> new Emptied(row.getInt(1), row.getString(2)),
                        application,
                        deed)
                .orElseThrow();
        sql.update(
                """
                insert into erasures (id, application_id, status, by_customer, basis, created_at, created_by, decided_at,
                    decided_by, trail_rows, trail_digest) values (?, ?, 'done', false, ?, ?, ?, ?, ?, ?, ?)""",
                deed,
                application,
                basis,
                at,
                by,
                at,
                by,
                trail.rows(),
                trail.digest());
        return deed;
    }

    /** What the audit trail is told of a deed of the system's: with the digest it accepts the rows that were emptied. */
    public Map<String, Object> trail(UUID deed) {
        return sql.first(
                        "select basis, trail_rows, trail_digest from erasures where id = ? and status = 'done'",
                        row -> Map.<String, Object>of(
                                "status",
                                ErasureStatus.DONE.code(),
                                "basis",
                                row.getString(1),
                                "trail_rows",
                                row.getInt(2),
                                "trail_digest",
                                row.getString(3)),
                        deed)
                .orElseThrow();
    }

    public UUID ask(UUID customer, @Nullable String reason, @Nullable UUID by, Instant at) {
        UUID id = Ids.next();
        sql.update(
                """
                insert into erasures (id, customer_id, status, by_customer, reason, created_at, created_by)
                values (?, ?, 'requested', true, ?, ?, ?)""",
                id,
                customer,
                reason,
                at,
                by);
        return id;
    }

    /** Decides the open wish; empty when there is none. */
    public Optional<UUID> decide(
            UUID customer, ErasureStatus to, @Nullable String answer, @Nullable UUID by, Instant at) {
        return sql.first(
                """
                update erasures set status = ?, answer = ?, decided_by = ?, decided_at = ?, version = version + 1
                where customer_id = ? and status = 'requested' returning id""",
                row -> row.getObject(1, UUID.class),
                to.code(),
                answer,
                by,
                at,
                customer);
    }

    /** The one that is asked for, else the last one. */
    public Optional<Erasure> latest(UUID customer) {
        return sql.first(
                ROWS + "where e.customer_id = ? order by e.status = 'requested' desc, e.id desc limit 1",
                ErasureRows::row,
                customer);
    }

    public Optional<Erasure> one(UUID id) {
        return sql.first(ROWS + "where e.id = ?", ErasureRows::row, id);
    }

    /** Newest first. */
    public List<Erasure> list(@Nullable ErasureStatus status, @Nullable UUID before, int limit, int offset) {
        return sql.list(
                ROWS + "where (?::text is null or e.status = ?) and (?::uuid is null or e.id < ?)"
                        + " order by e.id desc limit ? offset ?",
                ErasureRows::row,
                status == null ? null : status.code(),
                status == null ? null : status.code(),
                before,
                before,
                limit,
                offset);
    }

    public long count(@Nullable ErasureStatus status) {
        return sql.number(
                "select count(*) from erasures where customer_id is not null and (?::text is null or status = ?)",
                status == null ? null : status.code(),
                status == null ? null : status.code());
    }

    private static Erasure row(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp(11);
        return new Erasure(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                Coded.of(ErasureStatus.class, row.getString(5)),
                row.getBoolean(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getTimestamp(10).toInstant(),
                decided == null ? null : decided.toInstant());
    }
}

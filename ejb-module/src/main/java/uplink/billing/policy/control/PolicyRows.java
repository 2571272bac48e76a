package uplink.billing.policy.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.policy.boundary.DunningTerms;
import uplink.billing.policy.boundary.FreezeTerms;
import uplink.billing.policy.boundary.Policy;
import uplink.billing.policy.boundary.PolicySubject;
import uplink.billing.policy.boundary.PolicyTerms;
import uplink.billing.policy.boundary.PromiseTerms;
import uplink.catalog.boundary.Audience;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Reads and writes policies and their versions. */
public final class PolicyRows {

    private static final String SELECT =
            """
            select id, subject, code, name_ru, name_en, customer_kind, rank, is_active, version,
                array(select tariff_id from policy_tariffs t where t.policy_id = p.id order by tariff_id)
            from policies p\s""";

    private final Sql sql;

    public PolicyRows(Sql sql) {
        this.sql = sql;
    }

    /** By subject and rank; those in force first. */
    public List<Policy> list(@Nullable PolicySubject subject) {
        String code = subject == null ? null : subject.code();
        return sql.list(
                SELECT + "where ?::text is null or subject = ? order by subject, is_active desc, rank, code",
                this::policy,
                code,
                code);
    }

    public Optional<Policy> one(UUID id) {
        return sql.first(SELECT + "where id = ?", this::policy, id);
    }

    /** The policy of a subject that a customer has. */
    public Optional<Policy> of(PolicySubject subject, UUID customer) {
        return sql.first(SELECT + "where id = policy_of(?, ?)", this::policy, subject.code(), customer);
    }

    public void add(Policy policy, Instant now) {
        refuseTaken(policy);
        sql.update(
                """
                insert into policies (id, subject, code, name_ru, name_en, customer_kind, rank, is_active, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                policy.id(),
                policy.subject().code(),
                policy.code(),
                policy.nameRu(),
                policy.nameEn(),
                kind(policy),
                policy.rank(),
                policy.active(),
                now,
                now);
        tariffs(policy);
    }

    /** Writes the policy when it still has that version; {@code stale}. */
    public void replace(Policy policy, Instant now) {
        refuseTaken(policy);
        int written = sql.update(
                """
                update policies set code = ?, name_ru = ?, name_en = ?, customer_kind = ?, rank = ?, is_active = ?,
                    version = version + 1, updated_at = ? where id = ? and version = ?""",
                policy.code(),
                policy.nameRu(),
                policy.nameEn(),
                kind(policy),
                policy.rank(),
                policy.active(),
                now,
                policy.id(),
                policy.version());
        if (written == 0) {
            throw BusinessException.stale();
        }
        sql.update("delete from policy_tariffs where policy_id = ?", policy.id());
        tariffs(policy);
    }

    private static @Nullable String kind(Policy policy) {
        Audience kind = policy.customerKind();
        return kind == null ? null : kind.code();
    }

    private void tariffs(Policy policy) {
        sql.update(
                "insert into policy_tariffs (policy_id, tariff_id) select ?, id from tariffs where id = any (?)",
                policy.id(),
                policy.tariffIds().toArray(UUID[]::new));
    }

    private void refuseTaken(Policy policy) {
        if (sql.number("select count(*) from policies where code = ? and id <> ?", policy.code(), policy.id()) > 0) {
            throw BusinessException.taken("code", Text.of("policy.code.taken"));
        }
        if (policy.active()
                && sql.number(
                                "select count(*) from policies where subject = ? and rank = ? and is_active and id <>"
                                        + " ?",
                                policy.subject().code(),
                                policy.rank(),
                                policy.id())
                        > 0) {
            throw BusinessException.taken("rank", Text.of("policy.rank.taken"));
        }
    }

    /** Adds a version; one that begins on the same day is no longer to be had. */
    public void add(UUID policy, PolicyTerms terms, Instant now) {
        LocalDate from = terms.validFrom();
        DunningTerms dunning = terms.dunning();
        PromiseTerms promise = terms.promise();
        FreezeTerms freeze = terms.freeze();
        if (dunning != null) {
            sql.update(
                    """
                    insert into dunning_terms (policy_id, valid_from, due_days, reminders, grace_days, working_days,
                        calendar, charged, credit_limit, write_off_days, outages_wait, created_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    policy,
                    from,
                    dunning.dueDays(),
                    dunning.reminders().stream().sorted().toArray(Integer[]::new),
                    dunning.graceDays(),
                    dunning.workingDays(),
                    dunning.calendar(),
                    dunning.charged(),
                    dunning.creditLimit(),
                    dunning.writeOffDays(),
                    dunning.outagesWait(),
                    now);
        } else if (promise != null) {
            sql.update(
                    """
                    insert into promise_terms (policy_id, valid_from, offered, term_days, fee, interval_days, tenure_days,
                        payment_days, debt_limit, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    policy,
                    from,
                    promise.offered(),
                    promise.termDays(),
                    promise.fee(),
                    promise.intervalDays(),
                    promise.tenureDays(),
                    promise.paymentDays(),
                    promise.debtLimit(),
                    now);
        } else if (freeze != null) {
            sql.update(
                    """
                    insert into freeze_terms (policy_id, valid_from, offered, min_days, max_days, ahead_days, free_days,
                        activation_fee, day_fee, gap_days, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    policy,
                    from,
                    freeze.offered(),
                    freeze.minDays(),
                    freeze.maxDays(),
                    freeze.aheadDays(),
                    freeze.freeDays(),
                    freeze.activationFee(),
                    freeze.dayFee(),
                    freeze.gapDays(),
                    now);
        }
    }

    private Policy policy(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        PolicySubject subject = Coded.of(PolicySubject.class, row.getString(2));
        String kind = row.getString(6);
        return new Policy(
                id,
                subject,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                kind == null ? null : Coded.of(Audience.class, kind),
                row.getInt(7),
                row.getBoolean(8),
                Arrays.asList((UUID[]) row.getArray(10).getArray()),
                terms(subject, id),
                row.getInt(9));
    }

    private List<PolicyTerms> terms(PolicySubject subject, UUID policy) {
        String query = "select * from " + subject.code() + "_terms where policy_id = ? order by valid_from desc";
        return sql.list(
                query,
                row -> new PolicyTerms(
                        row.getObject("valid_from", LocalDate.class),
                        subject == PolicySubject.DUNNING ? dunning(row) : null,
                        subject == PolicySubject.PROMISE ? promise(row) : null,
                        subject == PolicySubject.FREEZE ? freeze(row) : null),
                policy);
    }

    private static DunningTerms dunning(ResultSet row) throws SQLException {
        return new DunningTerms(
                row.getInt("due_days"),
                Arrays.asList((Integer[]) row.getArray("reminders").getArray()),
                row.getObject("grace_days", Integer.class),
                row.getBoolean("working_days"),
                row.getString("calendar"),
                row.getBoolean("charged"),
                row.getBigDecimal("credit_limit"),
                row.getObject("write_off_days", Integer.class),
                row.getBoolean("outages_wait"));
    }

    private static PromiseTerms promise(ResultSet row) throws SQLException {
        return new PromiseTerms(
                row.getBoolean("offered"),
                row.getInt("term_days"),
                row.getBigDecimal("fee"),
                row.getInt("interval_days"),
                row.getInt("tenure_days"),
                row.getObject("payment_days", Integer.class),
                row.getBigDecimal("debt_limit"));
    }

    private static FreezeTerms freeze(ResultSet row) throws SQLException {
        return new FreezeTerms(
                row.getBoolean("offered"),
                row.getInt("min_days"),
                row.getInt("max_days"),
                row.getInt("ahead_days"),
                row.getInt("free_days"),
                row.getBigDecimal("activation_fee"),
                row.getBigDecimal("day_fee"),
                row.getInt("gap_days"));
    }
}

package uplink.retention.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uplink.retention.boundary.RetentionChange;
import uplink.retention.boundary.RetentionEdit;
import uplink.retention.boundary.RetentionField;
import uplink.retention.boundary.RetentionRule;
import uplink.retention.boundary.RetentionUnit;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Rules of keeping as they are kept; their history is the audit trail's. */
public final class RuleRows {

    private static final String ROWS =
            """
            select r.code, r.erases, r.enabled, r.keep, r.unit, greatest(r.least, coalesce(l.months, 0)), l.source_ru,
                l.source_en, r.per_night, r.reason, r.name_ru, r.name_en, r.source_ru, r.source_en, r.changed_at,
                coalesce(nullif(u.full_name, ''), u.email), r.version
            from retention_rules r left join keeping_rules l on l.code = r.law left join users u on u.id = r.changed_by\s""";

    private final Sql sql;

    public RuleRows(Sql sql) {
        this.sql = sql;
    }

    public List<RetentionRule> all() {
        return sql.list(ROWS + "order by r.no", RuleRows::row);
    }

    public Optional<RetentionRule> one(String code) {
        return sql.first(ROWS + "where r.code = ?", RuleRows::row, code);
    }

    /** Whether it counts by business time, else by the machine's. */
    public boolean isBusiness(String code) {
        return sql.number("select count(*) from retention_rules where code = ? and business", code) == 1;
    }

    /** Whether it erases applicants, else customers. */
    public boolean isOfApplicants(String code) {
        return sql.number("select count(*) from retention_rules where code = ? and persons = 'applicants'", code) == 1;
    }

    /** Everything that the change names; {@code stale} when somebody else was first. */
    public void change(String code, int version, RetentionChange wanted, @Nullable UUID by, Instant at) {
        int changed = sql.update(
                """
                update retention_rules set enabled = ?, keep = ?, per_night = ?, reason = ?, changed_by = ?, changed_at = ?,
                    version = version + 1
                where code = ? and version = ?""",
                wanted.enabled(),
                wanted.keep(),
                wanted.perNight(),
                wanted.reason(),
                by,
                at,
                code,
                version);
        if (changed == 0) {
            throw BusinessException.stale();
        }
    }

    /** Newest first. */
    public List<RetentionEdit> edits(String code, int most) {
        return sql.list(
                """
                select a.at, coalesce((select nullif(u.full_name, '') from users u where u.id = a.actor_id), a.actor_name),
                    (select array_agg(f.key order by f.key) from jsonb_each_text(x.after) f),
                    (select array_agg(coalesce(x.before ->> f.key, '') order by f.key) from jsonb_each_text(x.after) f),
                    (select array_agg(coalesce(f.value, '') order by f.key) from jsonb_each_text(x.after) f)
                from audit_log a cross join lateral (select a.before -> ('retention-rule/' || a.entity_id) as before,
                    a.after -> ('retention-rule/' || a.entity_id) as after) x
                where a.entity = 'retention-rule' and a.entity_id = ? and x.after is not null
                order by a.id desc limit ?""",
                RuleRows::edit,
                code,
                most);
    }

    private static RetentionEdit edit(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray(3).getArray();
        String[] before = (String[]) row.getArray(4).getArray();
        String[] after = (String[]) row.getArray(5).getArray();
        return new RetentionEdit(
                row.getTimestamp(1).toInstant(),
                row.getString(2),
                IntStream.range(0, names.length)
                        .mapToObj(i -> new RetentionField(
                                names[i].equals("per_night") ? "perNight" : names[i], before[i], after[i]))
                        .toList());
    }

    private static RetentionRule row(ResultSet row) throws SQLException {
        Timestamp changed = row.getTimestamp(15);
        return new RetentionRule(
                row.getString(1),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getInt(4),
                Coded.of(RetentionUnit.class, row.getString(5)),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                changed == null ? null : changed.toInstant(),
                row.getString(16),
                row.getInt(17));
    }
}

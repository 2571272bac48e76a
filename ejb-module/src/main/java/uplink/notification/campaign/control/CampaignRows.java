package uplink.notification.campaign.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkFilter;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.campaign.boundary.Campaign;
import uplink.notification.campaign.boundary.CampaignQuery;
import uplink.notification.campaign.boundary.CampaignResult;
import uplink.notification.campaign.boundary.CampaignStatus;
import uplink.notification.campaign.boundary.CampaignText;
import uplink.shared.Coded;
import uplink.shared.Incident;
import uplink.shared.Json;
import uplink.shared.Sql;

/** Campaigns as people see them. */
public final class CampaignRows {

    private static final String SELECT =
            """
            select w.id, w.no, w.name, w.filter, w.channels, w.per_minute, w.status, w.starts_at, w.total, w.told, w.created_by,
                coalesce(nullif(b.full_name, ''), b.email, '—'), w.ordered_by, coalesce(nullif(o.full_name, ''), o.email),
                coalesce(nullif(p.full_name, ''), p.email), w.decided_at, w.note, w.failure, w.created_at, w.started_at, w.finished_at,
                w.version
            from campaigns w left join users b on b.id = w.created_by left join users o on o.id = w.ordered_by
            left join users p on p.id = w.approved_by\s""";
    private static final String MATCHING =
            "where (?::text is null or w.status = ?) and (?::text is null or strpos(fold_text(w.name), fold_text(?)) >"
                    + " 0)";

    private final Sql sql;

    public CampaignRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<Campaign> one(UUID id) {
        return sql.first(SELECT + "where w.id = ?", row -> read(row, texts(id), results(row)), id);
    }

    /** Newest first, without texts and results. */
    public List<Campaign> before(@Nullable CampaignStatus status, @Nullable UUID before, int limit) {
        return sql.list(
                SELECT + MATCHING + " and (?::uuid is null or w.id < ?) order by w.id desc limit ?",
                CampaignRows::listed,
                code(status),
                code(status),
                null,
                null,
                before,
                before,
                limit);
    }

    public List<Campaign> list(CampaignQuery query) {
        return sql.list(
                SELECT + MATCHING + order(query) + " limit ? offset ?",
                CampaignRows::listed,
                code(query.status()),
                code(query.status()),
                query.text(),
                query.text(),
                query.size(),
                query.first());
    }

    public long count(CampaignQuery query) {
        return sql.number(
                "select count(*) from campaigns w " + MATCHING,
                code(query.status()),
                code(query.status()),
                query.text(),
                query.text());
    }

    private static String order(CampaignQuery query) {
        String column =
                switch (query.sort()) {
                    case CREATED -> "w.id";
                    case NAME -> "w.name";
                    case STARTS -> "w.starts_at";
                    case TOTAL -> "w.total";
                };
        String direction = query.ascending() ? "" : " desc";
        return " order by " + column + direction + " nulls last, w.id" + direction;
    }

    private List<CampaignText> texts(UUID id) {
        return sql.list(
                """
                select channel, language, subject, body from campaign_texts where campaign_id = ?
                order by array_position(array['app', 'email', 'sms', 'push'], channel), language desc""",
                row -> new CampaignText(
                        Coded.of(NoticeChannel.class, row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4)),
                id);
    }

    /** Nothing before it begins. Who was left out as a whole is left out of every way. */
    private List<CampaignResult> results(ResultSet row) throws SQLException {
        return row.getTimestamp(20) == null
                ? List.of()
                : sql.list(
                        """
                        with left_out as (select count(*) filter (where r.left_out = 'no-consent') as disagreed,
                                count(*) filter (where r.left_out = 'gone') as gone
                            from campaign_recipients r where r.campaign_id = ? and r.left_out is not null),
                        notices as (select count(*) filter (where n.listed) as listed,
                                count(*) filter (where n.listed and n.read_at is not null) as opened
                            from notifications n where n.campaign_id = ?),
                        states as (select m.channel, m.status, count(*) as n from messages m where m.campaign_id = ? group by 1, 2)
                        select w.channel, coalesce(sum(s.n) filter (where s.status = 'waiting'), 0),
                            case w.channel when 'app' then n.listed else coalesce(sum(s.n) filter (where s.status = 'sent'), 0) end,
                            coalesce(sum(s.n) filter (where s.status = 'delivered'), 0),
                            coalesce(sum(s.n) filter (where s.status = 'dead'), 0),
                            coalesce(sum(s.n) filter (where s.status = 'no-consent'), 0) + l.disagreed,
                            coalesce(sum(s.n) filter (where s.status = 'unwanted'), 0),
                            coalesce(sum(s.n) filter (where s.status = 'nobody'), 0) + l.gone,
                            case w.channel when 'app' then n.opened end
                        from unnest(?::text[]) with ordinality w (channel, at) cross join left_out l cross join notices n
                        left join states s on s.channel = w.channel
                        group by w.channel, w.at, l.disagreed, l.gone, n.listed, n.opened order by w.at""",
                        CampaignRows::result,
                        row.getObject(1),
                        row.getObject(1),
                        row.getObject(1),
                        row.getArray(5).getArray());
    }

    private static CampaignResult result(ResultSet row) throws SQLException {
        return new CampaignResult(
                Coded.of(NoticeChannel.class, row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getObject(9, Long.class));
    }

    private static Campaign listed(ResultSet row) throws SQLException {
        return read(row, List.of(), List.of());
    }

    private static Campaign read(ResultSet row, List<CampaignText> texts, List<CampaignResult> results)
            throws SQLException {
        return new Campaign(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                Json.read(row.getString(4), BulkFilter.class),
                Stream.of((String[]) row.getArray(5).getArray())
                        .map(code -> Coded.of(NoticeChannel.class, code))
                        .toList(),
                row.getInt(6),
                Coded.of(CampaignStatus.class, row.getString(7)),
                instant(row, 8),
                row.getInt(9),
                row.getInt(10),
                row.getObject(11, UUID.class),
                row.getString(12),
                row.getObject(13, UUID.class),
                row.getString(14),
                row.getString(15),
                instant(row, 16),
                row.getString(17),
                Incident.text(row.getString(18)),
                row.getTimestamp(19).toInstant(),
                instant(row, 20),
                instant(row, 21),
                row.getInt(22),
                texts,
                results);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String code(@Nullable CampaignStatus status) {
        return status == null ? null : status.code();
    }
}

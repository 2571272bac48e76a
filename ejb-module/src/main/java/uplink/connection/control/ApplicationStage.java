package uplink.connection.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uplink.connection.control.ApplicationRules.Draft;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.shared.table.StagedLines;

/** The lines of a file of applications in a temporary table, compared and written set by set. */
final class ApplicationStage {

    /** A line that is right by itself. */
    record Line(int line, String key, Draft draft, @Nullable LocalDate madeOn) {}

    private final Sql sql;
    private final StagedLines lines;
    private final List<Line> waiting = new ArrayList<>();

    ApplicationStage(Sql sql) {
        this.sql = sql;
        sql.run(
                """
                create temp table application_lines (line int primary key, id uuid, key text, customer_id uuid, contact_name text,
                    phone text, email text, locale text, address text, tariff_id uuid, comment text, consented boolean,
                    made_on date, known uuid) on commit drop""");
        lines = new StagedLines(sql, "application_lines");
    }

    StagedLines lines() {
        return lines;
    }

    void put(Line line) {
        waiting.add(line);
    }

    /** Writes what has been put since the last time. */
    void send() {
        sql.update(
                """
                insert into application_lines (line, id, key, customer_id, contact_name, phone, email, locale, address, tariff_id,
                    comment, consented, made_on)
                select * from unnest(?::int[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::uuid[], ?::text[], ?::boolean[], ?::date[])""",
                waiting.stream().map(Line::line).toArray(Integer[]::new),
                waiting.stream().map(line -> Ids.next()).toArray(UUID[]::new),
                texts(Line::key),
                waiting.stream().map(line -> line.draft().customer()).toArray(UUID[]::new),
                texts(line -> line.draft().contactName()),
                texts(line -> line.draft().phone()),
                texts(line -> line.draft().email()),
                texts(line -> line.draft().locale()),
                texts(line -> line.draft().address()),
                waiting.stream().map(line -> line.draft().tariff()).toArray(UUID[]::new),
                texts(line -> line.draft().comment()),
                waiting.stream().map(line -> line.draft().consent()).toArray(Boolean[]::new),
                waiting.stream().map(Line::madeOn).toArray(LocalDate[]::new));
        waiting.clear();
    }

    private String[] texts(Function<Line, @Nullable String> of) {
        return waiting.stream().map(of).toArray(String[]::new);
    }

    /** What is there already has been worked on since, and is known better here than in the file. */
    void compare() {
        sql.run("analyze application_lines");
        lines.refuseTwice("key", "key", "connection.import.twice");
        sql.update("update application_lines l set known = a.id from applications a where a.import_key = l.key");
    }

    /** In the order of the file, each with a number of our series; of a customer, the name and how to be reached are the customer's. */
    void write(@Nullable UUID by, Instant at, String zone) {
        lines.settle();
        sql.update(
                """
                with taken as (update number_series set next_value = next_value + (select count(*) from application_lines)
                    where series = 'application'
                    returning prefix, width, next_value - (select count(*) from application_lines) as first)
                insert into applications (id, number, status_at, status_by, source, customer_id, contact_name, phone, email, locale,
                    address, tariff_id, comment, consented_at, created_at, created_by, updated_at, import_key)
                select l.id, t.prefix || lpad(x.no::text, greatest(t.width, length(x.no::text)), '0'), m.at, ?, 'api', l.customer_id,
                    coalesce(nullif(l.contact_name, ''), c.full_name), coalesce(l.phone, c.phone), coalesce(l.email, c.email),
                    coalesce(c.locale, l.locale), l.address, l.tariff_id, l.comment, case when l.consented then m.at end, m.at, ?, ?,
                    l.key
                from (select l.*, row_number() over (order by l.line) - 1 as place from application_lines l) l
                cross join taken t cross join lateral (select t.first + l.place as no) x
                cross join lateral (select least(coalesce(l.made_on::timestamp at time zone ?, ?), ?::timestamptz) as at) m
                left join customers c on c.id = l.customer_id order by l.line""",
                by,
                by,
                at,
                zone,
                at,
                at);
    }
}

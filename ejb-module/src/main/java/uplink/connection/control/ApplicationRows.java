package uplink.connection.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Ageing;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.Application.Place;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.ApplicationStep;
import uplink.connection.boundary.Visit;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Table {@code applications}. */
public final class ApplicationRows {

    static final String COLUMNS =
            """
            select a.id, a.number, a.status, a.status_at, ?::date - (a.status_at at time zone ?)::date, a.status_note,
                a.source, a.customer_id, a.contact_name, a.phone, a.email, a.locale, a.address, a.city, a.street, a.house,
                a.flat, a.entrance, a.floor, a.region, a.place_note, a.tariff_id, v.name_ru, v.name_en, a.comment, a.awaits_coverage, a.created_at,
                a.version, w.id, c.id, c.name, s.day, s.starts, s.ends, a.place_id,
                a.coverage_came_at, a.erased_at\s""";

    static final String FROM =
            """
            from applications a
            left join lateral (select name_ru, name_en from tariff_versions where tariff_id = a.tariff_id and valid_from <= ?
                order by valid_from desc limit 1) v on true
            left join work_orders w on w.application_id = a.id and w.status <> 'called-off'
            left join crew_shifts s on s.id = w.shift_id left join crews c on c.id = s.crew_id\s""";

    private static final String ONE = COLUMNS + FROM + "where a.id = ?";

    private final Sql sql;
    private final LocalDate today;
    private final String zone;

    /** @param zone the operator's, in which days are counted */
    public ApplicationRows(Sql sql, LocalDate today, ZoneId zone) {
        this.sql = sql;
        this.today = today;
        this.zone = zone.getId();
    }

    public Optional<Application> one(UUID id) {
        return sql.first(ONE, ApplicationRows::read, today, zone, today, id);
    }

    /** One that this transaction holds until it ends. */
    public Optional<Application> lock(UUID id) {
        return sql.first(ONE + " for no key update of a", ApplicationRows::read, today, zone, today, id);
    }

    /** Locks a customer: before an application (ADR 25). */
    public void hold(UUID customer) {
        sql.first("select 1 from customers where id = ? for no key update", row -> true, customer);
    }

    /** Whose it is, as far as can be seen without a lock. */
    public Optional<UUID> customerOf(UUID id) {
        return sql.first(
                "select customer_id from applications where id = ? and customer_id is not null",
                row -> row.getObject(1, UUID.class),
                id);
    }

    public boolean isOpenCustomer(UUID customer) {
        return sql.number("select count(*) from customers where id = ? and status = 'active'", customer) > 0;
    }

    /** How many with the same e-mail came within a day before it. */
    public long countBefore(Application one, String email) {
        return sql.number(
                """
                select count(*) from applications where lower(email) = lower(?) and id < ?
                    and created_at > ?::timestamptz - interval '1 day'""",
                email,
                one.id(),
                one.createdAt());
    }

    /** How many of a customer are not decided yet. */
    public long countOpen(UUID customer) {
        return sql.number(
                "select count(*) from applications where customer_id = ? and status not in ('installed', 'refused')",
                customer);
    }

    /** Whether a service of its own on that tariff can be asked for today. */
    public boolean isOffered(UUID tariff) {
        return sql.number(
                        """
                        select count(*) from tariffs t where t.id = ? and t.is_active and not t.is_addon and exists
                            (select 1 from tariff_versions v where v.tariff_id = t.id and v.valid_from <= ?
                                and (v.valid_to is null or v.valid_to > ?))""",
                        tariff,
                        today,
                        today)
                > 0;
    }

    /** Answers its number. Of a customer the name and how to be reached are the customer's where nothing else was told. */
    public String add(UUID id, ApplicationRules.Draft draft, @Nullable UUID by, Instant at) {
        return sql.first(
                        """
                        with me as (select full_name, phone, email, locale from customers where id = ?),
                        taken as (update number_series set next_value = next_value + 1 where series = 'application'
                            returning prefix || lpad((next_value - 1)::text,
                                greatest(width, length((next_value - 1)::text)), '0') as number)
                        insert into applications (id, number, status_at, status_by, source, customer_id, contact_name, phone,
                            email, locale, address, tariff_id, comment, consented_at, created_at, created_by, updated_at)
                        select ?, number, ?, ?, ?, ?, coalesce(nullif(?, ''), (select full_name from me)),
                            coalesce(?, (select phone from me)), coalesce(?, (select email from me)),
                            coalesce((select locale from me), ?), ?, ?, ?, ?, ?, ?, ? from taken returning number""",
                        row -> row.getString(1),
                        draft.customer(),
                        id,
                        at,
                        by,
                        draft.source().code(),
                        draft.customer(),
                        draft.contactName(),
                        draft.phone(),
                        draft.email(),
                        draft.locale(),
                        draft.address(),
                        draft.tariff(),
                        draft.comment(),
                        draft.consent() ? at : null,
                        at,
                        by,
                        at)
                .orElseThrow();
    }

    /** Goes on to a state; what else is to change was written before. */
    public void move(
            UUID id, ApplicationStatus to, @Nullable String note, boolean waits, @Nullable UUID by, Instant at) {
        sql.update(
                """
                update applications set status = ?, coverage_came_at = case when ? then null else coverage_came_at end,
                    status_note = ?, awaits_coverage = ?, status_by = ?, status_at = ?, updated_at = ?, version = version + 1
                where id = ?""",
                to.code(),
                to == ApplicationStatus.REFUSED,
                note,
                waits,
                by,
                at,
                at,
                id);
    }

    /** Those that are kept until there is a network, by id, after that one. */
    public List<UUID> waiting(@Nullable UUID after, int most) {
        return sql.list(
                "select id from applications where awaits_coverage and (?::uuid is null or id > ?) order by id limit ?",
                row -> row.getObject(1, UUID.class),
                after,
                after,
                most);
    }

    /** One that was kept is new again: there is a network now. Tells whether the applicant has heard that before. */
    public boolean cover(UUID id, Instant at) {
        return sql.first(
                        """
                        update applications set status = 'new', status_note = null, awaits_coverage = false,
                            coverage_came_at = ?, status_by = null, status_at = ?, updated_at = ?, version = version + 1
                        where id = ? and awaits_coverage returning coverage_told""",
                        row -> row.getBoolean(1),
                        at,
                        at,
                        at,
                        id)
                .orElseThrow();
    }

    /** The applicant hears that there is a network now: not a second time. */
    public void coverageTold(UUID id) {
        sql.update("update applications set coverage_told = true where id = ?", id);
    }

    /** Where the service will be, and on which tariff. */
    public void place(UUID id, Place place, @Nullable UUID tariff) {
        sql.update(
                """
                update applications set region = ?, city = ?, street = ?, house = ?, flat = ?, entrance = ?, floor = ?,
                    place_note = ?, place_id = ?, tariff_id = coalesce(?, tariff_id) where id = ?""",
                place.region(),
                place.city(),
                place.street(),
                place.house(),
                place.flat(),
                place.entrance(),
                place.floor(),
                place.note(),
                place.placeId(),
                tariff,
                id);
    }

    /** Whom it has become, under which contract, with which service. */
    public void serve(UUID id, Connected who, UUID tariff) {
        sql.update(
                "update applications set customer_id = ?, contract_id = ?, subscription_id = ?, tariff_id = ? where id = ?",
                who.customer(),
                who.contract(),
                who.subscription(),
                tariff,
                id);
    }

    /** When the applicant consented to the processing of personal data. */
    public Optional<LocalDate> consentedOn(UUID id) {
        return sql.first(
                """
                select (consented_at at time zone ?)::date from applications where id = ? and consented_at is not null""",
                row -> row.getObject(1, LocalDate.class),
                zone,
                id);
    }

    /** The states that it has been in, the first one first. */
    public List<ApplicationStep> steps(UUID id) {
        return sql.list(
                """
                select s.no, s.status, s.at, nullif(u.full_name, ''), s.note, s.by_coverage from application_steps s
                left join users u on u.id = s.by_id where s.application_id = ? order by s.no""",
                row -> new ApplicationStep(
                        row.getInt(1),
                        Coded.of(ApplicationStatus.class, row.getString(2)),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6)),
                id);
    }

    public List<Ageing> ageing() {
        return sql.list(
                "select status, warn_days, late_days from application_ageing",
                row -> new Ageing(Coded.of(ApplicationStatus.class, row.getString(1)), row.getInt(2), row.getInt(3)));
    }

    /** Refuses with {@code stale} and {@code invalid-state}. */
    public static void require(Application now, @Nullable Integer version, ApplicationStatus... from) {
        if (version != null && version != now.version()) {
            throw BusinessException.stale();
        }
        if (now.erasedAt() != null) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("connection.application.erased"));
        }
        if (!List.of(from).contains(now.status())) {
            throw new BusinessException(
                    ProblemType.INVALID_STATE,
                    Text.of("connection.application.is." + now.status().code()));
        }
    }

    static Application read(ResultSet row) throws SQLException {
        return new Application(
                row.getObject(1, UUID.class),
                row.getString(2),
                Coded.of(ApplicationStatus.class, row.getString(3)),
                row.getTimestamp(4).toInstant(),
                Math.max(0, row.getInt(5)),
                row.getString(6),
                Coded.of(ApplicationSource.class, row.getString(7)),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14) == null ? null : place(row),
                row.getObject(22, UUID.class),
                row.getString(23),
                row.getString(24),
                row.getString(25),
                row.getBoolean(26),
                instant(row.getTimestamp(36)),
                instant(row.getTimestamp(37)),
                row.getObject(29) == null ? null : visit(row),
                row.getTimestamp(27).toInstant(),
                row.getInt(28));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                row.getObject(29, UUID.class),
                row.getObject(30, UUID.class),
                row.getString(31),
                row.getObject(32, LocalDate.class),
                row.getObject(33, LocalTime.class),
                row.getObject(34, LocalTime.class));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString(20),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(21),
                row.getObject(35, UUID.class));
    }
}

package uplink.network.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.AffectedCustomer;
import uplink.network.boundary.AffectedQuery;
import uplink.network.boundary.CustomerOutage;
import uplink.network.boundary.OutagePlace;
import uplink.network.boundary.OutageStatus;
import uplink.network.boundary.PlaceCount;
import uplink.shared.Coded;
import uplink.shared.Counts;
import uplink.shared.Sql;

/** Who is affected: whose services are on at the places of an outage. */
public final class AffectedRows {

    /** Above this many nobody reads the difference, and counting would read a whole city for each page. */
    private static final String LINE = "concat_ws(', ', a.city, a.street, a.house || coalesce('-' || a.flat, ''))";

    private static final String AFFECTED =
            """
            from (select v.customer_id, min(%s) as address, count(distinct v.subscription_id) as services
                from outage_services v join addresses a on a.id = v.address_id where v.outage_id = ?
                group by v.customer_id) x
            join customers c on c.id = x.customer_id
            where (?::text is null or not exists (select 1 from unnest(string_to_array(fold_text(?), ' ')) word
                where position(word in (select w.content from customer_search w where w.customer_id = c.id)) = 0))\s"""
                    .formatted(LINE);
    private static final String COLUMNS =
            "select c.id, c.full_name, c.contract_number, c.phone, x.address, x.services ";

    private final Sql sql;

    public AffectedRows(Sql sql) {
        this.sql = sql;
    }

    /** A slice in the order asked for. */
    public List<AffectedCustomer> list(AffectedQuery query) {
        String column =
                switch (query.sort()) {
                    case NAME -> "c.full_name";
                    case CONTRACT_NUMBER -> "c.contract_number";
                    case ADDRESS -> "x.address";
                };
        String direction = query.ascending() ? "" : " desc";
        return sql.list(
                COLUMNS + AFFECTED + "order by " + column + direction + ", c.id" + direction + " limit ? offset ?",
                AffectedRows::customer,
                query.outage(),
                words(query.text()),
                words(query.text()),
                Math.max(1, Math.min(query.size(), 100)),
                Math.max(0, query.first()));
    }

    /**
     * How many there are. Of a large outage, above ten thousand, the number that was kept when it was last written; of
     * those that words are looked for in, no more than that are counted.
     */
    public long count(AffectedQuery query) {
        String words = words(query.text());
        long kept = words == null ? kept(query.outage()) : 0;
        return kept > Counts.EXACT
                ? kept
                : sql.number(
                        "select count(*) from (select 1 " + AFFECTED + "limit ?) found",
                        query.outage(),
                        words,
                        words,
                        Counts.EXACT + 1);
    }

    private long kept(UUID outage) {
        return sql.number("select customers from outages where id = ?", outage);
    }

    /** Newest customers first, from a cursor on. */
    public List<AffectedCustomer> page(UUID outage, @Nullable String text, @Nullable UUID before, int limit) {
        return sql.list(
                COLUMNS + AFFECTED + "and (?::uuid is null or c.id < ?) order by c.id desc limit ?",
                AffectedRows::customer,
                outage,
                words(text),
                words(text),
                before,
                before,
                limit);
    }

    /** How many there are at each of these places, outage or not; what is written twice is there once. */
    public List<PlaceCount> count(List<OutagePlace> places) {
        return sql.list(
                """
                select p.n, (select count(distinct x.customer_id) from services_at(p.city, p.street, p.house) x)
                from (select distinct on (fold_place(city), fold_place(street), fold_place(house)) *
                    from unnest(?::text[], ?::text[], ?::text[]) with ordinality as p (city, street, house, n)
                    order by fold_place(city), fold_place(street), fold_place(house), n) p
                order by p.n""",
                row -> new PlaceCount(places.get(row.getInt(1) - 1), row.getInt(2)),
                places.stream().map(OutagePlace::city).toArray(String[]::new),
                places.stream().map(OutagePlace::street).toArray(String[]::new),
                places.stream().map(OutagePlace::house).toArray(String[]::new));
    }

    /** Outages that last or are to come at the addresses of a customer; those that last first, each once. */
    public List<CustomerOutage> ofCustomer(UUID customer) {
        return sql.list(
                """
                select o.id, o.status, min(%s), o.reason_ru, o.reason_en, o.starts_at, o.expected_end
                from outages_of(array[?::uuid], 'infinity') x join outages o on o.id = x.outage_id
                join addresses a on a.id = x.address_id
                group by o.id order by o.status = 'current' desc, o.starts_at, o.id"""
                        .formatted(LINE),
                AffectedRows::outage,
                customer);
    }

    /** Those of the customers at whose services an outage lasts, announced or about to be. */
    public UUID[] waiting(UUID[] customers, Instant now) {
        return sql.list(
                        """
                        select distinct x.customer_id from outages_of(?, 'infinity') x
                        join outages o on o.id = x.outage_id where o.starts_at <= ?""",
                        row -> row.getObject(1, UUID.class),
                        customers,
                        now)
                .toArray(UUID[]::new);
    }

    private static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : String.join(
                        " ",
                        Arrays.stream(text.strip().split("[\\s,;]+")).limit(8).toList());
    }

    private static AffectedCustomer customer(ResultSet row) throws SQLException {
        return new AffectedCustomer(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6));
    }

    private static CustomerOutage outage(ResultSet row) throws SQLException {
        return new CustomerOutage(
                row.getObject(1, UUID.class),
                Coded.of(OutageStatus.class, row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                OutageRows.instant(row, 7));
    }
}

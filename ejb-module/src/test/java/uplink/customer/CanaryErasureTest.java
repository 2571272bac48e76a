package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.customer.control.ErasureRows;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.testing.Canaries;
import uplink.testing.Database;
import uplink.testing.Tx;

/** Nothing that was kept about a person is anywhere in the database after the erasure, but for what is named with a reason. */
class CanaryErasureTest {

    /** Columns that can hold a text, without those whose words the schema itself lists. */
    private static final String TEXTS =
            """
            select c.oid::regclass::text, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb', 'bytea')
                and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
                    and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\[')
            order by 1, 2""";

    private record Place(String table, String column) {
        @Override
        public String toString() {
            return table + "." + column;
        }
    }

    private Sql app;
    private List<Place> places;

    @BeforeEach
    void isolate() {
        Database.isolate();
        app = Sql.in(Database.app());
        places = app.list(TEXTS, row -> new Place(row.getString(1), row.getString(2)));
    }

    @AfterEach
    void rejoin() {
        Database.rejoin();
    }

    @Test
    void everyTextOfAPersonIsErasedOrNamedWithAReasonAndNoneOfSomebodyElse() {
        UUID customer = Ids.next();
        UUID user = Ids.next();
        Canaries.plant(Ids.next(), Ids.next(), "theirs2");
        Set<String> theirs = left("theirs2", Set.of());
        assertTrue(theirs.size() > 150, theirs.size() + " texts");
        Canaries.plant(customer, user, "mine1");
        erase(customer, user);
        Set<String> kept = Set.copyOf(app.list(
                "select u.table_name || '.' || c from unerased_columns u cross join unnest(u.columns) c",
                row -> row.getString(1)));
        assertEquals(Set.of(), left("mine1", kept), "a migration adds it to erased_tables, or says why it stays");
        assertEquals(theirs, left("theirs2", Set.of()));
    }

    /** The contract number is no canary: it stays instead of the name. */
    private void erase(UUID customer, UUID user) {
        Database.tamper("update customers set contract_number = 'UL-7' where id = '" + customer + "'");
        Tx.run((Connection c) -> new ErasureRows(Sql.on(c))
                .erase(new ErasureRows.Person(customer, user, "UL-7"), "letter", null, Instant.now()));
    }

    private Set<String> left(String word, Set<String> kept) {
        return places.stream()
                .filter(place -> !kept.contains(place.toString()))
                .filter(place -> app.number(
                                """
                                select count(*) from %1$s t where position(? in t.%2$s::text) > 0
                                    or position(encode(convert_to(?, 'UTF8'), 'hex') in t.%2$s::text) > 0"""
                                        .formatted(place.table(), place.column()),
                                word + ":",
                                word + ":")
                        > 0)
                .map(Place::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package uplink.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.ErasureObstacle.Kind;
import uplink.retention.boundary.RetentionCandidate;
import uplink.retention.boundary.RetentionChange;
import uplink.retention.boundary.RetentionEdit;
import uplink.retention.boundary.RetentionField;
import uplink.retention.boundary.RetentionHeld;
import uplink.retention.boundary.RetentionPreview;
import uplink.retention.boundary.RetentionRule;
import uplink.retention.boundary.RetentionRules;
import uplink.shared.BusinessException;
import uplink.shared.DatabaseException;
import uplink.shared.Doing;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;

/** Rules: what they may be, who changed them, and what they would take. */
class RetentionRulesTest extends RetentionCases {

    @Test
    void nobodyKeepsForAShorterTimeThanTheLaw() {
        assertEquals(36, rules.get("customers").least());
        assertTrue(rules.get("customers").lawRu().contains("538"));
        assertEquals(List.of("keep"), fields(() -> change("customers", new RetentionChange(null, 35, null, null))));
        assertEquals(List.of("keep"), fields(() -> rules.preview("customers", 35)));
        assertEquals(
                36,
                change("customers", new RetentionChange(null, 36, null, null)).keep());
        assertTrue(assertThrows(
                        DatabaseException.class,
                        () -> sql.update("update retention_rules set keep = 35 where code = 'customers'"))
                .isBrokenConstraint());
    }

    @Test
    void norThanTheProgramNeeds() {
        assertEquals(List.of("keep"), fields(() -> change("answers", new RetentionChange(null, 12, null, null))));
        assertEquals(List.of("keep"), fields(() -> change("answers", new RetentionChange(null, 40_000, null, null))));
        assertTrue(assertThrows(
                        DatabaseException.class,
                        () -> sql.update("update retention_rules set keep = 12 where code = 'answers'"))
                .isBrokenConstraint());
    }

    @Test
    void personsAreErasedOnGroundsOnly() {
        RetentionChange on = new RetentionChange(true, null, null, null);
        assertEquals(List.of("reason"), fields(() -> change("customers", on)));
        assertEquals(List.of("reason"), fields(() -> change("customers", new RetentionChange(true, null, null, " "))));
        assertTrue(change("customers", new RetentionChange(true, null, null, "приказ № 7"))
                .enabled());
        assertTrue(change("imports", on).enabled(), "files are nobody");
    }

    @Test
    void aNumberOfACardIsMaskedInTheGrounds() {
        RetentionRule kept = change("imports", new RetentionChange(null, null, null, "карта 4111 1111 1111 1111"));
        assertTrue(!kept.reason().contains("4111 1111 1111"), kept.reason());
    }

    @Test
    void theNightsNumberIsAtLeastOne() {
        assertEquals(List.of("perNight"), fields(() -> change("mails", new RetentionChange(null, null, 0, null))));
        assertEquals(
                List.of("perNight"), fields(() -> change("mails", new RetentionChange(null, null, 10_000_001, null))));
    }

    @Test
    void whoChangesWhatSomebodyElseHasChangedIsTold() {
        RetentionChange change = new RetentionChange(false, null, null, null);
        int seen = rules.get("mails").version();
        change("mails", change);
        BusinessException stale = assertThrows(
                BusinessException.class, () -> provider.boundaries.call(() -> rules.update("mails", seen, change)));
        assertEquals(ProblemType.STALE, stale.type());
    }

    @Test
    void theHistorySaysWhoChangedWhatFromWhatToWhat() {
        change("imports", new RetentionChange(true, 120, null, null));
        change("imports", new RetentionChange(null, 100, 50, null));
        List<RetentionEdit> history = rules.history("imports");
        assertEquals(
                List.of(
                        List.of(
                                new RetentionField("keep", "120", "100"),
                                new RetentionField("perNight", "10000", "50")),
                        List.of(
                                new RetentionField("enabled", "false", "true"),
                                new RetentionField("keep", "90", "120"))),
                history.stream().map(RetentionEdit::fields).toList());
        assertEquals("Somebody", history.get(0).by());
        assertEquals("Somebody", rules.get("imports").changedBy());
    }

    @Test
    void theDryRunShowsWhoWouldGoWhoIsHeldByWhatAndWhenAndDoesNothing() {
        left("Третья", LONG_AGO.plusDays(2));
        UUID first = left("Первая", LONG_AGO).id();
        left("Вторая", LONG_AGO.plusDays(1));
        UUID debtor = left("Должница", LONG_AGO).id();
        sql.update("update customers set balance = -5 where id = ?", debtor);
        change("customers", new RetentionChange(false, 60, 2, "приказ № 7"));
        RetentionPreview off = rules.preview("customers", null);
        assertEquals(3, off.count());
        assertEquals(2, off.nights());
        assertNull(off.next(), "it is off");
        assertEquals(
                List.of("Первая", "Вторая", "Третья"),
                off.first().stream().map(RetentionCandidate::name).toList());
        assertEquals(first, off.first().get(0).customerId());
        assertEquals(List.of(new RetentionHeld(Kind.DEBT, 1)), off.held());
        assertEquals(List.of(Kind.DEBT), off.heldFirst().get(0).obstacles());
        assertEquals(0, rules.preview("customers", 120).count());
        erasing(2);
        assertEquals(
                TODAY.plusDays(1)
                        .atTime(4, 40)
                        .atZone(ZoneId.of("Europe/Moscow"))
                        .toInstant(),
                rules.preview("customers", null).next());
        assertEquals(4, names().size());
    }

    @Test
    void everyRuleCanBeRehearsedAndTakesByItsTablesPrimaryKey() {
        for (RetentionRule rule : rules.list()) {
            assertEquals(rule.code(), rules.preview(rule.code(), null).code());
        }
        Map<String, String> keys = sql
                .list(
                        """
                        select t.table_name, string_agg(a.attname, ', ' order by k.n) from retention_tables t
                        join pg_index i on i.indrelid = t.table_name::regclass and i.indisprimary
                        cross join unnest(i.indkey::int2[]) with ordinality k (attnum, n)
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum group by t.table_name""",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertEquals(
                keys,
                sql
                        .list(
                                "select table_name, key from retention_tables",
                                row -> Map.entry(row.getString(1), row.getString(2)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertEquals(
                sql.list("select code from retention_rules where not erases order by code", row -> row.getString(1)),
                sql.list("select distinct rule from retention_tables order by rule", row -> row.getString(1)));
    }

    /** They are statements that the program runs as they stand. */
    @Test
    void theApplicationCannotChangeWhatARuleTakes() {
        Sql app = Sql.in(Database.app());
        for (String table : List.of("retention_tables", "erased_tables", "unerased_columns")) {
            assertEquals(
                    "42501",
                    assertThrows(DatabaseException.class, () -> app.update("delete from " + table))
                            .sqlState());
        }
    }

    @Test
    void aRuleThatThereIsNotIsNotFound() {
        BusinessException none = assertThrows(
                BusinessException.class,
                () -> Doing.as(staff, RetentionRules.class, "update", () -> rules.preview("nothing", null)));
        assertEquals(ProblemType.NOT_FOUND, none.type());
    }
}

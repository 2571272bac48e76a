package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.testing.Database;
import uplink.testing.Tx;

class SchemaTest {

    private final Sql owner = Sql.in(Database.owner());
    private final Sql app = Sql.in(Database.app());

    @Test
    void transfersAreWrittenOnceEvenForTheOwner() {
        UUID id = transfer();
        assertTrue(assertThrows(
                        DatabaseException.class,
                        () -> owner.update("update transactions set amount = 2 where id = ?", id))
                .isBrokenConstraint());
        assertThrows(DatabaseException.class, () -> owner.update("delete from transactions where id = ?", id));
        assertThrows(DatabaseException.class, () -> owner.update("truncate transactions cascade"));
    }

    @Test
    void theApplicationHasNoRightToChangeTransfers() {
        UUID id = transfer();
        DatabaseException refused =
                assertThrows(DatabaseException.class, () -> app.update("delete from transactions where id = ?", id));
        assertEquals("42501", refused.sqlState());
        String partition = app.first(
                        "select tableoid::regclass::text from transactions where id = ?", r -> r.getString(1), id)
                .orElseThrow();
        assertEquals(
                "42501",
                assertThrows(DatabaseException.class, () -> app.update("delete from " + partition))
                        .sqlState());
    }

    @Test
    void numbersAreTakenInDisjointRanges() {
        long first = app.number("select take_numbers('ticket', 10)");
        assertEquals(first + 10, app.number("select take_numbers('ticket', 1)"));
    }

    @Test
    void aSeriesThatIsSetBackGivesNoNumberAgain() {
        long first = app.number("select take_numbers('ticket', 10)");
        DatabaseException refused = assertThrows(
                DatabaseException.class,
                () -> Tx.run(c -> {
                    Sql.on(c).update("update number_series set next_value = ? where series = 'ticket'", first + 3);
                    return Sql.on(c).number("select take_numbers('ticket', 2)");
                }));
        assertEquals("23P01", refused.sqlState());
        Tx.run(c -> {
            Sql.on(c).update("update number_series set next_value = ?, prefix = 'T27-' where series = 'ticket'", first);
            assertEquals(first, Sql.on(c).number("select take_numbers('ticket', 2)"), "another prefix begins anew");
            c.rollback();
            return true;
        });
        assertEquals(
                "42501",
                assertThrows(DatabaseException.class, () -> app.update("delete from number_ranges"))
                        .sqlState());
    }

    @Test
    void searchFoldsCaseAndYo() {
        assertEquals(
                "елкин",
                app.first("select fold_text('Ёлкин')", r -> r.getString(1)).orElseThrow());
    }

    private UUID transfer() {
        UUID id = Ids.next();
        app.update(
                """
                insert into transactions (id, debit_account, credit_account, amount, type, group_id, effective_on, created_at)
                select ?, d.id, c.id, 1, 'adjustment', ?, current_date, now()
                from ledger_accounts d, ledger_accounts c where d.code = 'clearing:cash' and c.code = 'adjustments'""",
                id,
                id);
        return id;
    }
}

package uplink.billing.ledger.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Provider;

class HouseAccountTest {

    @BeforeAll
    static void ownDatabase() {
        Database.isolate();
    }

    @AfterAll
    static void sharedDatabase() {
        Database.rejoin();
    }

    @Test
    void accountsAreKeptInTheInstallationsCurrencyOnceTheyAreUsed() {
        Sql sql = Sql.in(Database.app());
        HouseAccount.keepIn(sql, "EUR");
        assertEquals(List.of("EUR"), currencies(sql));
        Provider provider = new Provider();
        provider.credit(provider.customer(), "10.00");
        HouseAccount.keepIn(sql, "USD");
        assertEquals(List.of("EUR", "USD"), currencies(sql));
        assertEquals(
                1,
                sql.number("select count(*) from ledger_accounts where code = 'clearing:cash' and currency = 'EUR'"));
    }

    @Test
    void aCurrencyOfSmallerUnitsIsRefused() {
        Sql sql = Sql.in(Database.app());
        assertThrows(IllegalStateException.class, () -> HouseAccount.keepIn(sql, "KWD"));
        assertThrows(IllegalArgumentException.class, () -> HouseAccount.keepIn(sql, "rouble"));
        HouseAccount.keepIn(sql, "JPY");
    }

    @Test
    void houseAccountsAreToldFromCustomers() {
        for (HouseAccount account : HouseAccount.values()) {
            assertTrue(HouseAccount.is(account.id()));
            assertEquals(
                    1,
                    Sql.in(Database.app()).number("select count(*) from ledger_accounts where id = ?", account.id()));
        }
        assertFalse(HouseAccount.is(Ids.next()));
        assertEquals(UUID.fromString("00000000-0000-7000-8000-000000000003"), HouseAccount.CASH.id());
    }

    private static List<String> currencies(Sql sql) {
        return sql.list(
                "select distinct currency from ledger_accounts where kind <> 'customer' order by 1",
                row -> row.getString(1));
    }
}

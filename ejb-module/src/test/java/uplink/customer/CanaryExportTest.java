package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.customer.control.PersonalData;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.Sql;
import uplink.testing.Canaries;
import uplink.testing.Canaries.Canary;
import uplink.testing.Database;

/** Nothing that is kept about a customer is missing in what they get, but for what is named with a reason. */
class CanaryExportTest {

    @BeforeEach
    void isolate() {
        Database.isolate();
    }

    @AfterEach
    void rejoin() {
        Database.rejoin();
    }

    @Test
    void everyTextThatIsKeptAboutACustomerIsToldOrNamedWithAReasonAndNoneOfSomebodyElse() {
        UUID customer = Ids.next();
        Canaries.plant(Ids.next(), Ids.next(), "theirs2");
        List<Canary> planted = Canaries.plant(customer, Ids.next(), "mine1");
        String told = Json.write(new PersonalData(Sql.in(Database.app())).of(customer));
        List<Canary> missing = planted.stream()
                .filter(canary -> !isNamed(canary) && !told.contains(canary.shown()))
                .toList();
        assertEquals(List.of(), missing, "PersonalData tells of a new table or column, or says why not");
        List<Canary> slipped = planted.stream()
                .filter(canary -> isNamed(canary) && told.contains(canary.shown()))
                .toList();
        assertEquals(List.of(), slipped, "is told although it is named as not told");
        assertFalse(told.contains("theirs2"), told);
        assertTrue(planted.size() > 200, planted.size() + " texts");
    }

    private static boolean isNamed(Canary canary) {
        return PersonalData.NOT_TOLD.containsKey(canary.table()) || PersonalData.LEFT_OUT.containsKey(canary.column());
    }
}

package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.Dismissal;
import uplink.customer.boundary.Duplicate;
import uplink.customer.boundary.DuplicateQuery;
import uplink.customer.boundary.DuplicateReason;
import uplink.customer.boundary.DuplicateSearch;
import uplink.customer.boundary.DuplicateStrength;
import uplink.customer.boundary.Duplicates;
import uplink.shared.BusinessException;
import uplink.shared.Doing;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.TestVault;
import uplink.testing.Database;
import uplink.testing.Desk;

/** Who is suggested as one and the same, by what, and what becomes of it once somebody has judged. */
class DuplicatesTest {

    private static final DuplicateQuery OPEN = new DuplicateQuery(false, null, null);

    private Desk provider;
    private Duplicates duplicates;
    private Sql sql;
    private UUID staff;

    @BeforeEach
    void open() {
        Database.isolate();
        provider = new Desk(LocalDate.of(2026, 11, 20));
        provider.boundaries.with(KeyVault.class, TestVault.make());
        duplicates = provider.boundaries.get(Duplicates.class);
        sql = provider.boundaries.sql();
        staff = Doing.somebody();
    }

    @AfterEach
    void close() throws Exception {
        provider.close();
        Database.rejoin();
    }

    @Test
    void theyAreFoundByWhatTheyShareAndTheOlderOneComesFirst() {
        UUID older = somebody("Иванов Иван", "phone = '+79161234567'");
        UUID younger = somebody("Совсем Другой", "phone = '+79161234567'");
        somebody("Третий", "phone = '+79160000000'");
        Duplicate found = only(look());
        assertEquals(older, found.one().customerId());
        assertEquals(younger, found.other().customerId());
        assertEquals(List.of(DuplicateReason.PHONE), found.reasons());
        assertEquals(DuplicateStrength.WEAK, found.strength());
        assertEquals(List.of(found), duplicates.of(older));
        assertEquals(List.of(found), duplicates.of(younger));
    }

    @Test
    void lettersOfAnEMailAreNoDifferenceAndATaxNumberIsAlmostCertain() {
        somebody("А", "email = 'Ivan@Example.org'");
        somebody("Б", "email = 'ivan@example.ORG'");
        somebody("В", "inn = '7707083893'");
        somebody("Г", "inn = '7707083893'");
        List<Duplicate> found = look();
        assertEquals(
                List.of(DuplicateStrength.STRONG, DuplicateStrength.WEAK),
                found.stream().map(Duplicate::strength).toList(),
                "the strongest first");
        assertEquals(List.of(DuplicateReason.INN), found.get(0).reasons());
        assertEquals(List.of(DuplicateReason.EMAIL), found.get(1).reasons());
    }

    @Test
    void nameAndHomeTogetherAreLikelyEachAloneIsNothing() {
        UUID one = somebody("Иванов  Иван", "phone = null");
        lives(one, "Тверь", "Мира", "5", "12");
        lives(somebody("ИВАНОВ ИВАН", "phone = null"), "тверь", "мира", "5", "12");
        lives(somebody("Иванов Иван", "phone = null"), "Тверь", "Мира", "5", "13");
        lives(somebody("Петров Пётр", "phone = null"), "Тверь", "Мира", "5", "12");
        sql.update("update customers set full_name = 'Иванов Иван' where id = ?", one);
        Duplicate found = only(look());
        assertEquals(List.of(DuplicateReason.NAME_AND_HOME), found.reasons());
        assertEquals(DuplicateStrength.LIKELY, found.strength());
    }

    @Test
    void twoThingsTogetherAreAlmostCertain() {
        somebody("А", "phone = '+79161234567', email = 'a@example.org'");
        somebody("Б", "phone = '+79161234567', email = 'a@example.org'");
        Duplicate found = only(look());
        assertEquals(List.of(DuplicateReason.EMAIL, DuplicateReason.PHONE), found.reasons());
        assertEquals(DuplicateStrength.STRONG, found.strength());
    }

    /** A telephone of a shop that somebody typed for everybody. */
    @Test
    void whatMoreThanTenShareSaysNothing() {
        for (int i = 0; i < 11; i++) {
            somebody("Абонент " + i, "phone = '+79990000000'");
        }
        assertEquals(List.of(), look());
        sql.update("update customers set phone = null where full_name = 'Абонент 10'");
        assertEquals(45, look().size());
    }

    @Test
    void whoIsJudgedIsNotSuggestedAgainAndCanBeAfterAll() {
        UUID mother = somebody("Мать", "phone = '+79161234567'");
        somebody("Сын", "phone = '+79161234567'");
        UUID id = only(look()).id();
        Duplicate judged = Doing.as(
                staff,
                Duplicates.class,
                "dismiss",
                () -> provider.boundaries.call(() -> duplicates.dismiss(id, new Dismissal("мать и сын"))));
        assertEquals("мать и сын", judged.why());
        assertEquals("Somebody", judged.dismissedBy());
        assertEquals(List.of(), look());
        assertEquals(List.of(), duplicates.of(mother));
        assertEquals(List.of(judged), duplicates.list(new DuplicateQuery(true, null, null), 0, 10));
        sql.update("update customers set email = 'family@example.org'");
        assertEquals(List.of(), look(), "not even when there is more to share");
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(
                                BusinessException.class,
                                () -> provider.boundaries.call(() -> duplicates.dismiss(id, new Dismissal(null))))
                        .type());
        provider.boundaries.run(() -> duplicates.reopen(id));
        assertEquals(1, duplicates.count(OPEN));
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(BusinessException.class, () -> provider.boundaries.call(() -> duplicates.reopen(id)))
                        .type());
        assertEquals(1, sql.number("select count(*) from audit_log where action = 'duplicate.dismiss'"));
    }

    @Test
    void whatIsNotSharedAnyMoreIsNotSuggestedAnyMore() {
        UUID one = somebody("А", "phone = '+79161234567'");
        somebody("Б", "phone = '+79161234567'");
        assertEquals(1, look().size());
        sql.update("update customers set phone = null where id = ?", one);
        assertEquals(List.of(), look());
    }

    @Test
    void listsAreFilteredByStrengthAndByWhatIsShared() {
        somebody("А", "phone = '+79161234567'");
        somebody("Б", "phone = '+79161234567'");
        somebody("В", "inn = '7707083893'");
        somebody("Г", "inn = '7707083893'");
        look();
        assertEquals(1, duplicates.count(new DuplicateQuery(false, DuplicateStrength.WEAK, null)));
        assertEquals(1, duplicates.count(new DuplicateQuery(false, null, DuplicateReason.INN)));
        assertEquals(0, duplicates.count(new DuplicateQuery(false, DuplicateStrength.WEAK, DuplicateReason.INN)));
        assertEquals(1, duplicates.list(OPEN, 1, 10).size());
    }

    private UUID somebody(String name, String sets) {
        UUID customer = provider.customer(name, 1).id();
        sql.update("update customers set " + sets + " where id = ?", customer);
        return customer;
    }

    private void lives(UUID customer, String city, String street, String house, String flat) {
        sql.update(
                "insert into addresses (id, customer_id, city, street, house, flat) values (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                customer,
                city,
                street,
                house,
                flat);
    }

    private List<Duplicate> look() {
        DuplicateSearch search = provider.boundaries.get(DuplicateSearch.class);
        provider.boundaries.run(() -> search.run(null));
        return duplicates.list(OPEN, 0, 100);
    }

    private static Duplicate only(List<Duplicate> found) {
        assertEquals(1, found.size(), found.toString());
        return found.get(0);
    }
}

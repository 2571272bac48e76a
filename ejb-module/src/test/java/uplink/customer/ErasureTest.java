package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uplink.audit.boundary.AuditFinding;
import uplink.audit.boundary.AuditReport;
import uplink.audit.control.SealCopies;
import uplink.audit.control.Sealing;
import uplink.audit.control.Verifier;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.control.Invariant;
import uplink.customer.boundary.CustomerChange;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerErased;
import uplink.customer.boundary.CustomerNotes;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.ErasedThing;
import uplink.customer.boundary.Erasure;
import uplink.customer.boundary.ErasureObstacle;
import uplink.customer.boundary.ErasureObstacle.Kind;
import uplink.customer.boundary.ErasureOrder;
import uplink.customer.boundary.ErasurePreview;
import uplink.customer.boundary.ErasureStatus;
import uplink.customer.boundary.ErasureWish;
import uplink.customer.boundary.Erasures;
import uplink.customer.boundary.NewNote;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Doing;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Desk;
import uplink.testing.Tx;

class ErasureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path directory;

    private Desk provider;
    private Erasures erasures;
    private Sql sql;
    private CustomerDetail customer;
    private UUID staff;
    private final List<CustomerErased> told = new ArrayList<>();

    @BeforeEach
    void open() {
        provider = new Desk(TODAY);
        provider.boundaries.observe(CustomerErased.class, told::add);
        erasures = provider.boundaries.get(Erasures.class);
        sql = provider.boundaries.sql();
        customer = provider.customer("Канарейкина", 1);
        staff = Doing.somebody();
    }

    @AfterEach
    void close() throws Exception {
        provider.close();
        Database.rejoin();
    }

    /** For tests that judge all rows there are. */
    private void isolate() throws Exception {
        provider.close();
        Database.isolate();
        open();
    }

    @Test
    void thePersonGoesAndTheMoneyStays() throws Exception {
        isolate();
        Caller person = provider.caller(customer.id());
        reachable();
        Ledger ledger = provider.boundaries.get(Ledger.class);
        adjust(ledger, "12.34");
        invoice("A-7", "12.34");
        adjust(ledger, "-12.34");
        ended(LocalDate.of(2021, 1, 1));
        List<String> before = findings();
        Erasure done = erase(customer.contractNumber());
        assertEquals(ErasureStatus.DONE, done.status());
        CustomerDetail left = provider.boundaries.call(() -> provider.customers.get(customer.id()));
        assertEquals(customer.contractNumber(), left.fullName());
        assertNull(left.email());
        assertNull(left.phone());
        assertEquals(0, everywhere("Канарейкин"), "somewhere the name is left");
        assertEquals(0, everywhere("kanareikina@example.org"), "somewhere the address is left");
        assertEquals(0, sql.number("select count(*) from users where id = ? and is_active", person.userId()));
        assertEquals(0, sql.number("select count(*) from sessions where user_id = ?", person.userId()));
        assertEquals(1, sql.number("select count(*) from invoices where number = 'A-7' and amount = 12.34"));
        assertEquals(
                2,
                sql.number(
                        "select count(*) from transactions where ? in (debit_account, credit_account)", customer.id()));
        assertEquals(List.of("customer.erased"), last(provider.boundaries.announced(customer.id())));
        assertEquals(
                Set.of("kanareikina@example.org", person.userId() + "@example.org"),
                told.get(0).emails());
        assertEquals(before, findings());
    }

    /** The person is gone from the trail, the trail is whole, and what somebody else takes out of it is found. */
    @Test
    void theTrailVerifiesAfterwardsAndKnowsWhoTookWhatOut() throws Exception {
        isolate();
        reachable();
        seal();
        ended(LocalDate.of(2021, 1, 1));
        erase(customer.contractNumber());
        assertTrue(verify().clean(), verify().toString());
        seal();
        AuditReport report = verify();
        assertTrue(report.clean(), report.toString());
        assertEquals(
                0, sql.number("select count(*) from audit_log where before::text || after::text like '%Канарейкин%'"));
        assertTrue(sql.number("select count(*) from audit_log where after::text like '%\"erased\"%'") > 0);
        assertEquals(
                1,
                sql.number(
                        "select count(*) from audit_log where action = 'erasure.erase' and actor_id = ? and customer_id = ?",
                        staff,
                        customer.id()));
        Database.tamper("update audit_log set after = '{}' where after::text like '%\"erased\"%'");
        assertEquals(
                Set.of(AuditFinding.Kind.ROW_CHANGED),
                Set.copyOf(verify().findings().stream().map(AuditFinding::kind).toList()));
        Database.tamper("update audit_erasures set left_hash = audit_hash(a) from audit_log a where a.id = audit_id");
        assertFalse(verify().clean(), "the digest in the trail is that of what the erasure left");
    }

    @Test
    void whateverIsNotSettledIsInTheWay() {
        UUID tariff = provider.tariff("500.00").id();
        provider.subscription(customer.id(), tariff, TODAY.minusDays(3));
        adjust(provider.boundaries.get(Ledger.class), "-5.00");
        invoice("A-8", "5.00");
        sql.update("update invoices set status = 'overdue', paid_at = null where number = 'A-8'");
        sql.update(
                """
                insert into payments (id, customer_id, amount, currency, method, provider, status, created_at)
                values (?, ?, 5, 'RUB', 'card', 'yookassa', 'unknown', now())""",
                Ids.next(),
                customer.id());
        assertEquals(List.of(Kind.CONTRACT, Kind.SERVICE, Kind.UNBILLED, Kind.DEBT, Kind.PAYMENT), obstacles());
        BusinessException refused = assertThrows(BusinessException.class, () -> erase(customer.contractNumber()));
        assertEquals(ProblemType.NOT_ALLOWED, refused.type());
        assertEquals(
                1,
                sql.number("select count(*) from customers where id = ? and full_name = 'Канарейкина'", customer.id()));
    }

    /** Three years from the end of the last contract, to the day. */
    @Test
    void theLawWantsSubscribersKeptForAWhile() {
        ended(TODAY.minusYears(3).plusDays(1));
        ErasureObstacle law = provider.boundaries
                .call(() -> erasures.of(customer.id()))
                .obstacles()
                .get(0);
        assertEquals(Kind.LAW, law.kind());
        assertEquals(TODAY.plusDays(1), law.until());
        BusinessException refused = assertThrows(BusinessException.class, () -> erase(customer.contractNumber()));
        assertEquals(TODAY.plusDays(1), refused.extensions().get("availableFrom"));
        provider.boundaries.today(TODAY.plusDays(1));
        assertEquals(List.of(), obstacles());
    }

    @Test
    void theNumberIsTypedAndTheDeedIsDoneOnce() {
        ended(LocalDate.of(2021, 1, 1));
        assertEquals(
                ProblemType.VALIDATION,
                assertThrows(BusinessException.class, () -> erase("UL-0")).type());
        erase(customer.contractNumber());
        assertEquals(List.of(Kind.ERASED, Kind.LAW).subList(0, 1), obstacles());
        assertEquals(
                ProblemType.NOT_ALLOWED,
                assertThrows(BusinessException.class, () -> erase(customer.contractNumber()))
                        .type());
    }

    @Test
    void nothingIsWrittenDownAboutWhoeverIsErased() {
        ended(LocalDate.of(2021, 1, 1));
        erase(customer.contractNumber());
        CustomerNotes notes = provider.boundaries.get(CustomerNotes.class);
        CustomerChange name = new CustomerChange("Канарейкина", null, null, null, null, null, null, null, null);
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(
                                BusinessException.class,
                                () -> provider.boundaries.call(
                                        () -> provider.customers.update(customer.id(), null, name)))
                        .type());
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(
                                BusinessException.class,
                                () -> provider.boundaries.call(
                                        () -> notes.write(customer.id(), new NewNote("Канарейкина", false))))
                        .type());
    }

    @Test
    void thePreviewCountsWhatGoes() {
        CustomerNotes notes = provider.boundaries.get(CustomerNotes.class);
        for (int i = 1; i <= 5; i++) {
            String text = "Звонок " + i;
            Doing.as(
                    staff,
                    CustomerNotes.class,
                    "write",
                    () -> provider.boundaries.call(() -> notes.write(customer.id(), new NewNote(text, false))));
        }
        ErasurePreview preview = provider.boundaries.call(() -> erasures.of(customer.id()));
        assertTrue(
                preview.goes().contains(new ErasedThing("notes", 5)),
                preview.goes().toString());
    }

    @Test
    void customersAskAndTakeBackAndStaffDecide() {
        Caller person = provider.caller(customer.id());
        as(person, () -> erasures.request(new ErasureWish("Меня нет")));
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(BusinessException.class, () -> as(person, () -> erasures.request(new ErasureWish(null))))
                        .type());
        assertEquals(ErasureStatus.WITHDRAWN, as(person, erasures::takeBack).status());
        as(person, () -> erasures.request(new ErasureWish("Всё-таки нет")));
        assertTrue(erasures.count(ErasureStatus.REQUESTED) > 0);
        provider.boundaries.run(() -> erasures.refuse(customer.id(), "Закон"));
        assertEquals("Закон", as(person, erasures::own).answer());
        as(person, () -> erasures.request(new ErasureWish("Ещё раз")));
        ended(LocalDate.of(2021, 1, 1));
        erase(customer.contractNumber());
        List<Erasure> all = erasures.list(null, 0, 100).stream()
                .filter(wish -> wish.customerId().equals(customer.id()))
                .toList();
        assertEquals(
                List.of(ErasureStatus.DONE, ErasureStatus.REFUSED, ErasureStatus.WITHDRAWN),
                all.stream().map(Erasure::status).toList());
        assertTrue(all.stream().allMatch(wish -> wish.reason() == null), all.toString());
    }

    /** As somebody does it, so that the trail has both names. */
    private void reachable() {
        Doing.as(
                staff,
                Customers.class,
                "update",
                () -> provider.boundaries.call(() -> sql.update(
                        """
                        update customers set full_name = 'Канарейкина Анна', email = 'kanareikina@example.org',
                            phone = '+79161234567' where id = ?""",
                        customer.id())));
    }

    private void adjust(Ledger ledger, String amount) {
        provider.boundaries.run(
                () -> ledger.adjust(customer.id(), new Adjustment(new BigDecimal(amount), null, "простой")));
    }

    private void invoice(String number, String amount) {
        sql.update(
                """
                insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date, paid_at,
                    items, created_at)
                values (?, ?, ?, 'credit-note', 'cancelled', ?, 0, 'RUB', '2020-12-01', '2020-12-11', null, '[]', now())""",
                Ids.next(),
                customer.id(),
                number,
                new BigDecimal(amount));
    }

    private void ended(LocalDate day) {
        sql.update(
                "update contracts set status = 'terminated', closed_on = ? where customer_id = ?", day, customer.id());
    }

    private Erasure erase(String typed) {
        return Doing.as(
                staff,
                Erasures.class,
                "erase",
                () -> provider.boundaries.call(
                        () -> erasures.erase(customer.id(), new ErasureOrder(typed, "заявление № 5"))));
    }

    private List<Kind> obstacles() {
        ErasurePreview preview = provider.boundaries.call(() -> erasures.of(customer.id()));
        return preview.obstacles().stream().map(ErasureObstacle::kind).toList();
    }

    private <T> T as(Caller caller, java.util.function.Supplier<T> work) {
        return Callers.as(caller, () -> provider.boundaries.call(work));
    }

    /** In how many tables a text is. */
    private long everywhere(String text) {
        return sql
                .list(
                        """
                        select c.oid::regclass::text from pg_class c where c.relnamespace = 'public'::regnamespace
                            and c.relkind in ('r', 'p') and not c.relispartition""",
                        row -> row.getString(1))
                .stream()
                .filter(table ->
                        sql.number("select count(*) from " + table + " t where t::text like ?", "%" + text + "%") > 0)
                .count();
    }

    /** Of the ledger's promises; an invoice without lines is one from the beginning. */
    private List<String> findings() {
        return Stream.of(Invariant.values())
                .flatMap(invariant -> invariant.check(sql).stream())
                .map(Object::toString)
                .toList();
    }

    private static List<String> last(List<String> events) {
        return events.subList(events.size() - 1, events.size());
    }

    private static void seal() {
        Tx.run(c -> new Sealing(Sql.on(c)).seal());
    }

    private AuditReport verify() {
        return new Verifier(Sql.in(Database.app()), new SealCopies(directory), null).verify();
    }
}

package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.Contact;
import uplink.customer.boundary.Contacts;
import uplink.customer.boundary.CustomerChange;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerNotes;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerRequisites;
import uplink.customer.boundary.NewContact;
import uplink.customer.boundary.NewCustomer;
import uplink.customer.boundary.NewNote;
import uplink.customer.boundary.Note;
import uplink.customer.boundary.NoteChange;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** Who is behind a customer: requisites, contacts, tags and notes. */
class ProfilesTest {

    private static final CustomerRequisites BANK = new CustomerRequisites(
            "Общество с ограниченной ответственностью «Ромашка»",
            "770001001",
            "1027700132195",
            "Москва, ул. Лесная, 5",
            "ПАО Сбербанк",
            "044 525 225",
            "4070 2810 4380 0006 0473");

    private final Desk provider = new Desk(LocalDate.of(2026, 11, 20));
    private final Contacts contacts = provider.boundaries.get(Contacts.class);
    private final CustomerNotes notes = provider.boundaries.get(CustomerNotes.class);

    @AfterEach
    void close() throws Exception {
        provider.close();
    }

    @Test
    void aCompanyHasRequisitesAndTags() {
        CustomerDetail company = company(BANK, List.of("VIP ", "офисный  центр", "vip"));
        assertEquals(List.of("vip", "офисный центр"), company.tags());
        CustomerRequisites kept = company.requisites();
        assertNotNull(kept);
        assertEquals("044525225", kept.bic());
        assertEquals("40702810438000060473", kept.account());
        assertEquals("1027700132195", kept.ogrn());
        assertTrue(found("1027700132195", company.id()), "by the number of its registration");
        assertTrue(found("ответственностью ромашка", company.id()), "by the name on papers");
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        CustomerRequisites wrong = new CustomerRequisites(
                "x".repeat(301), "77", "1027700132196", null, null, "044525225", "4070281043800006047");
        assertEquals(
                Set.of("requisites.legalName", "requisites.kpp", "requisites.ogrn", "requisites.account", "tags"),
                wrong(() -> company(wrong, List.of("#!"))));
        CustomerRequisites withoutBank =
                new CustomerRequisites(null, null, null, null, null, null, "40702810438000060473");
        assertEquals(Set.of("requisites.bic"), wrong(() -> company(withoutBank, List.of())));
        List<String> many = IntStream.range(0, 11).mapToObj(i -> "t" + i).toList();
        assertEquals(Set.of("tags"), wrong(() -> company(CustomerRequisites.NONE, many)));
    }

    @Test
    void aPersonInBusinessHasANumberOfFifteenDigitsAndNoKpp() {
        UUID person = provider.customer("Иванов", 1).id();
        assertEquals(
                Set.of("requisites.kpp", "requisites.ogrn"),
                wrong(() -> change(
                        person,
                        new CustomerRequisites(null, "770001001", "1027700132195", null, null, null, null),
                        null)));
        CustomerRequisites business = new CustomerRequisites(null, null, "304500116000157", null, null, null, null);
        assertEquals(business, change(person, business, null).requisites());
    }

    @Test
    void aChangeThatSaysNothingOfThemLeavesThem() {
        CustomerDetail company = company(BANK, List.of("vip"));
        CustomerDetail same = change(company.id(), null, null);
        assertEquals(company.requisites(), same.requisites());
        assertEquals(company.tags(), same.tags());
        CustomerDetail bare = change(company.id(), CustomerRequisites.NONE, List.of());
        assertTrue(bare.version() > same.version(), "a change from an older version is noticed");
        assertNull(bare.requisites());
        assertEquals(List.of(), bare.tags());
    }

    @Test
    void listsAreFilteredByTag() {
        String tag = "t" + Ids.next().toString().substring(24);
        CustomerDetail one = company(null, List.of(tag));
        company(null, List.of(tag + "x"));
        CustomerQuery query =
                new CustomerQuery(null, null, null, tag.toUpperCase(), false, CustomerQuery.Sort.NAME, true, 0, 10);
        assertEquals(
                List.of(one.id()),
                provider.boundaries.call(() -> provider.customers.list(query)).stream()
                        .map(row -> row.id())
                        .toList());
        assertEquals(1, provider.boundaries.call(() -> provider.customers.count(query)));
        assertEquals(
                1,
                provider.boundaries
                        .call(() -> provider.customers.page(null, tag, new PageRequest(10, null)))
                        .items()
                        .size());
        assertTrue(provider.boundaries.call(() -> provider.customers.listTags()).contains(tag));
    }

    @Test
    void aCustomerIsFoundByThePeopleBehindIt() {
        UUID company = company(null, List.of()).id();
        Contact contact = provider.boundaries.call(() ->
                contacts.add(company, new NewContact("Ключников Пётр", "ключи от крыши", "8 (495) 000-11-22", null)));
        assertEquals("+74950001122", contact.phone());
        assertTrue(found("ключников", company));
        assertTrue(found("495 000-11-22", company));
        Contact changed = provider.boundaries.call(() -> contacts.replace(
                company, contact.id(), contact.version(), new NewContact("Сторожев", null, null, "s@example.org")));
        assertNull(changed.role());
        NewContact carded = new NewContact("Сторожев", "карта 4111 1111 1111 1111 12/27", null, "s@example.org");
        assertEquals(
                "карта •••• 1111 12/27",
                provider.boundaries
                        .call(() -> contacts.replace(company, contact.id(), changed.version(), carded))
                        .role());
        assertNull(changed.phone());
        assertFalse(found("ключников", company));
        assertTrue(found("сторожев", company));
        refused(
                ProblemType.STALE,
                () -> contacts.replace(
                        company, contact.id(), contact.version(), new NewContact("X", null, null, "s@example.org")));
        provider.boundaries.run(() -> contacts.remove(company, contact.id()));
        assertFalse(found("сторожев", company));
        refused(ProblemType.NOT_FOUND, () -> contacts.get(company, contact.id()));
    }

    @Test
    void aContactCanBeReachedAndBelongsToItsCustomer() {
        UUID company = company(null, List.of()).id();
        assertEquals(
                Set.of("name", "phone"), fields(() -> contacts.add(company, new NewContact(" ", null, null, " "))));
        assertEquals(
                Set.of("phone", "email"), fields(() -> contacts.add(company, new NewContact("X", null, "12", "нет"))));
        Contact contact =
                provider.boundaries.call(() -> contacts.add(company, new NewContact("X", null, null, "x@example.org")));
        UUID other = company(null, List.of()).id();
        refused(ProblemType.NOT_FOUND, () -> contacts.get(other, contact.id()));
        refused(ProblemType.NOT_FOUND, () -> {
            contacts.remove(other, contact.id());
            return true;
        });
        refused(
                ProblemType.NOT_FOUND,
                () -> contacts.add(Ids.next(), new NewContact("X", null, null, "x@example.org")));
        refused(ProblemType.NOT_FOUND, () -> contacts.ofCustomer(Ids.next()));
    }

    @Test
    void notesAreReadPinnedFirstAndByOthers() {
        UUID customer = provider.customer("Иванов", 1).id();
        Caller anna = staff("Анна");
        Note first = as(anna, () -> notes.write(customer, new NewNote("Звонить после шести", true)));
        Note second = as(staff("Борис"), () -> notes.write(customer, new NewNote("Карта 4111 1111 1111 1111", null)));
        assertEquals("Анна", first.author());
        assertTrue(first.own());
        assertEquals("Карта •••• 1111", second.text());
        List<Note> read = as(anna, () -> notes.list(customer, 0, 10));
        assertEquals(
                List.of(first.id(), second.id()), read.stream().map(Note::id).toList());
        assertFalse(read.get(1).own());
        assertEquals(2, as(anna, () -> notes.count(customer)));
        Page<Note> page = as(anna, () -> notes.page(customer, new PageRequest(1, null)));
        assertEquals(second.id(), page.items().get(0).id());
        assertEquals(
                first.id(),
                as(anna, () -> notes.page(customer, new PageRequest(1, UUID.fromString(cursor(page)))))
                        .items()
                        .get(0)
                        .id());
    }

    @Test
    void onlyWhoWroteANoteChangesItsTextAndAnybodyPinsIt() {
        UUID customer = provider.customer("Иванов", 1).id();
        Caller anna = staff("Анна");
        Caller boris = staff("Борис");
        Note note = as(anna, () -> notes.write(customer, new NewNote("Собака", null)));
        assertEquals(
                ProblemType.FORBIDDEN,
                assertThrows(
                                BusinessException.class,
                                () -> as(
                                        boris,
                                        () -> notes.change(customer, note.id(), null, new NoteChange("Кошка", null))))
                        .type());
        Note pinned = as(boris, () -> notes.change(customer, note.id(), note.version(), new NoteChange(null, true)));
        assertTrue(pinned.pinned());
        assertNull(pinned.editedAt());
        assertEquals(
                ProblemType.STALE,
                assertThrows(
                                BusinessException.class,
                                () -> as(
                                        anna,
                                        () -> notes.change(
                                                customer, note.id(), note.version(), new NoteChange("Кошка", null))))
                        .type());
        Note edited =
                as(anna, () -> notes.change(customer, note.id(), pinned.version(), new NoteChange("Кошка", null)));
        assertEquals("Кошка", edited.text());
        assertNotNull(edited.editedAt());
        assertTrue(edited.pinned());
    }

    private static String cursor(Page<Note> page) {
        return String.valueOf(page.nextCursor());
    }

    private CustomerDetail company(@Nullable CustomerRequisites requisites, List<String> tags) {
        return provider.boundaries.call(() -> provider.customers.register(new NewCustomer(
                CustomerKind.COMPANY, "ООО Ромашка", null, null, null, null, null, null, requisites, tags)));
    }

    private CustomerDetail change(UUID id, @Nullable CustomerRequisites requisites, @Nullable List<String> tags) {
        return provider.boundaries.call(() -> provider.customers.update(
                id, null, new CustomerChange(null, null, null, null, null, null, null, requisites, tags)));
    }

    private boolean found(String typed, UUID customer) {
        return provider.boundaries.call(() -> provider.customers.search(typed, 50)).stream()
                .anyMatch(hit -> hit.id().equals(customer));
    }

    private Caller staff(String name) {
        UUID user = Ids.next();
        provider.boundaries
                .sql()
                .update(
                        """
                        insert into users (id, email, full_name, role, created_at, updated_at)
                        values (?, ?, ?, 'operator', now(), now())""",
                        user,
                        user + "@example.org",
                        name);
        return new Caller(user, null, name, Set.of(Permission.CUSTOMER_READ, Permission.CUSTOMER_WRITE));
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return Callers.as(caller, () -> provider.boundaries.call(work));
    }

    /** The fields that are named, of work in a transaction of its own. */
    private static Set<String> wrong(Supplier<?> work) {
        BusinessException refusal = assertThrows(BusinessException.class, work::get);
        assertEquals(ProblemType.VALIDATION, refusal.type());
        return refusal.errors().stream().map(error -> error.field()).collect(Collectors.toSet());
    }

    private Set<String> fields(Supplier<?> work) {
        return wrong(() -> provider.boundaries.call(work));
    }

    private void refused(ProblemType type, Supplier<?> work) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> provider.boundaries.call(work));
        assertEquals(type, refusal.type());
    }
}

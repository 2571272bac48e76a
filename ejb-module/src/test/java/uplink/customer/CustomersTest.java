package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.customer.boundary.ContractChange;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.ContractStatus;
import uplink.customer.boundary.CustomerChange;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerRow;
import uplink.customer.boundary.CustomerStatus;
import uplink.customer.boundary.NewAddress;
import uplink.customer.boundary.NewContract;
import uplink.customer.boundary.NewCustomer;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.testing.Desk;
import uplink.testing.Race;

class CustomersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private final Desk provider = new Desk(TODAY);

    @AfterEach
    void close() throws Exception {
        provider.close();
    }

    @Test
    void aRegisteredCustomerHasAContractAnAccountAndIsAnnounced() {
        CustomerDetail customer = provider.boundaries.call(() -> provider.customers.register(new NewCustomer(
                CustomerKind.PERSON,
                "  Ёлкин Пётр Иванович ",
                "500100732259",
                "elkin@example.org",
                "8 (916) 123-45-67",
                null,
                new BigDecimal("500"),
                new NewContract(
                        null,
                        null,
                        15,
                        null,
                        new NewAddress(null, "Москва", "ул. Лесная", "5", "12", null, null, null)),
                null,
                null)));
        assertEquals("Ёлкин Пётр Иванович", customer.fullName());
        assertEquals("+79161234567", customer.phone());
        assertEquals("ru", customer.locale());
        assertEquals(new BigDecimal("0.00"), customer.balance());
        ContractDetail contract = customer.contracts().get(0);
        assertEquals(customer.contractNumber(), contract.number());
        assertEquals(15, contract.billingDay());
        assertEquals(TODAY, contract.signedOn());
        assertNotNull(contract.address());
        assertEquals("Москва, ул. Лесная, 5-12", contract.address().line());
        assertEquals(
                1,
                provider.boundaries
                        .sql()
                        .number("select count(*) from ledger_accounts where customer_id = ?", customer.id()));
        assertEquals(List.of("customer.registered"), provider.boundaries.announced(customer.id()));
        for (String typed : List.of("елкин петр", "ЛЕСНАЯ 5", "916 123-45-67", "+7 916 123 45 67", contract.number())) {
            assertTrue(
                    provider.boundaries.call(() -> provider.customers.search(typed, 50)).stream()
                            .anyMatch(found -> found.id().equals(customer.id())),
                    typed);
        }
    }

    @Test
    void everyWrongFieldIsNamedAndNothingIsEchoed() {
        BusinessException refusal = refused(
                ProblemType.VALIDATION,
                () -> provider.customers.register(new NewCustomer(
                        CustomerKind.COMPANY,
                        " ",
                        "500100732259",
                        "нет почты",
                        "12",
                        "de",
                        new BigDecimal("-1"),
                        new NewContract(
                                "??",
                                null,
                                32,
                                Ids.next(),
                                new NewAddress(null, null, "", "5", null, null, null, null)),
                        null,
                        null)));
        assertEquals(
                Set.of(
                        "fullName",
                        "inn",
                        "email",
                        "phone",
                        "locale",
                        "creditLimit",
                        "contract.number",
                        "contract.billingDay",
                        "contract.tariffId",
                        "contract.address.city",
                        "contract.address.street"),
                Set.copyOf(refusal.errors().stream().map(e -> e.field()).toList()));
    }

    @Test
    void aTakenContractNumberIsAConflict() {
        CustomerDetail customer = provider.customer("Первый", 1);
        refused(
                ProblemType.CONFLICT,
                () -> provider.contracts.open(
                        customer.id(), new NewContract(customer.contractNumber(), null, null, null, null)));
    }

    @Test
    void aChangeFromAnOldVersionIsStale() {
        CustomerDetail customer = provider.customer("Иванов", 1);
        CustomerChange phone = new CustomerChange(null, null, null, "+79160000000", null, null, null, null, null);
        CustomerDetail changed =
                provider.boundaries.call(() -> provider.customers.update(customer.id(), customer.version(), phone));
        assertEquals("+79160000000", changed.phone());
        assertEquals("Иванов", changed.fullName());
        refused(ProblemType.STALE, () -> provider.customers.update(customer.id(), customer.version(), phone));
        CustomerChange none = new CustomerChange(null, null, null, "", null, null, null, null, null);
        assertNull(provider.boundaries
                .call(() -> provider.customers.update(customer.id(), null, none))
                .phone());
    }

    @Test
    void aCustomerWithOpenContractsIsNotClosed() {
        CustomerDetail customer = provider.customer("Иванов", 1);
        CustomerChange closed =
                new CustomerChange(null, null, null, null, null, null, CustomerStatus.CLOSED, null, null);
        refused(ProblemType.INVALID_STATE, () -> provider.customers.update(customer.id(), null, closed));
        provider.boundaries.call(
                () -> provider.contracts.terminate(customer.contracts().get(0).id(), null, TODAY));
        assertEquals(
                CustomerStatus.CLOSED,
                provider.boundaries
                        .call(() -> provider.customers.update(customer.id(), null, closed))
                        .status());
        refused(ProblemType.INVALID_STATE, () -> provider.contracts.open(customer.id(), NewContract.plain()));
    }

    @Test
    void aContractTerminatedAheadEndsOnItsDayAndItsSubscriptionsToo() {
        CustomerDetail customer = provider.customer("Иванов", 1);
        var subscription =
                provider.subscription(customer.id(), provider.tariff("500.00").id(), LocalDate.of(2026, 9, 1));
        UUID contract = customer.contracts().get(0).id();
        ContractDetail ending =
                provider.boundaries.call(() -> provider.contracts.terminate(contract, null, LocalDate.of(2026, 12, 1)));
        assertEquals(ContractStatus.ACTIVE, ending.status());
        assertEquals(LocalDate.of(2026, 12, 1), ending.closedOn());
        assertEquals(
                LocalDate.of(2026, 12, 1),
                provider.subscriptions.get(subscription.id()).endedOn());
        assertEquals(
                SubscriptionStatus.ACTIVE,
                provider.subscriptions.get(subscription.id()).status());
        refused(ProblemType.INVALID_STATE, () -> provider.contracts.terminate(contract, null, TODAY));
        provider.boundaries.today(LocalDate.of(2026, 12, 1));
        provider.boundaries.run(() -> {
            provider.contracts.settleEnded();
            provider.subscriptions.settleStatuses();
        });
        assertEquals(
                ContractStatus.TERMINATED,
                provider.boundaries.call(() -> provider.contracts.get(contract)).status());
        assertEquals(
                SubscriptionStatus.CANCELLED,
                provider.subscriptions.get(subscription.id()).status());
        assertEquals(
                List.of("subscription.activated", "subscription.cancelled"),
                provider.boundaries.announced(subscription.id()));
    }

    @Test
    void aNewBillingDayIsAnEventOfEachSubscription() {
        CustomerDetail customer = provider.customer("Иванов", 1);
        var subscription =
                provider.subscription(customer.id(), provider.tariff("500.00").id(), LocalDate.of(2026, 9, 1));
        ContractDetail changed = provider.boundaries.call(() ->
                provider.contracts.change(customer.contracts().get(0).id(), 0, new ContractChange(10, TODAY, null)));
        assertEquals(10, changed.billingDay());
        assertEquals(
                List.of(1, 10),
                provider.subscriptions.history(subscription.id()).stream()
                        .map(e -> e.billingDay())
                        .toList());
    }

    @Test
    void listsFilterSortAndPageInSql() {
        String mark = "метка" + Ids.next().toString().substring(24);
        List<UUID> ids = new ArrayList<>();
        for (String name : List.of("Борисов", "Алексеев", "Васильев")) {
            ids.add(provider.customer(name + " " + mark, 1).id());
        }
        provider.boundaries.run(
                () -> provider.boundaries.sql().update("update customers set balance = -10 where id = ?", ids.get(2)));
        assertEquals(List.of("А", "Б", "В"), initials(query(mark, false, CustomerQuery.Sort.NAME, true, 0, 10)));
        assertEquals(List.of("Б"), initials(query(mark, false, CustomerQuery.Sort.NAME, true, 1, 1)));
        assertEquals(List.of("В"), initials(query(mark, true, CustomerQuery.Sort.BALANCE, true, 0, 10)));
        assertEquals(List.of("В", "А", "Б"), initials(query(mark, false, CustomerQuery.Sort.CREATED, false, 0, 10)));
        assertEquals(3, provider.customers.count(query(mark, false, CustomerQuery.Sort.NAME, true, 0, 1)));
        assertTrue(provider.customers.count(CustomerQuery.newest(1)) >= 3);
        Page<CustomerRow> first = provider.customers.page(mark, null, new PageRequest(2, null));
        Page<CustomerRow> second = provider.customers.page(mark, null, PageRequest.of(2, first.nextCursor()));
        assertEquals(2, first.items().size());
        assertEquals(ids.get(0), second.items().get(0).id());
        assertNull(second.nextCursor());
    }

    @Test
    void wildcardsAreOrdinaryCharacters() {
        provider.customer("Сто процентов", 1);
        assertEquals(List.of(), provider.customers.search("%_%_%", 10));
        assertEquals(List.of(), provider.customers.search("a", 10));
    }

    @Test
    void aCustomerSeesOnlyTheOwnProfile() {
        CustomerDetail customer = provider.customer("Иванов", 1);
        Caller self = new Caller(Ids.next(), customer.id(), "x@example.org", Set.of(Permission.SELF_READ));
        assertEquals(
                customer.id(),
                Callers.as(self, () -> provider.boundaries.call(provider.customers::me))
                        .id());
        Caller staff = new Caller(Ids.next(), null, "x@example.org", Set.of(Permission.SELF_READ));
        assertThrows(BusinessException.class, () -> Callers.as(staff, provider.contracts::mine));
    }

    @Test
    void nobodyIsClosedWhileAContractIsBeingOpened() throws Exception {
        CustomerDetail customer = provider.customer("Новосёлов", 1);
        UUID contract = customer.contracts().get(0).id();
        provider.boundaries.run(() -> provider.contracts.terminate(contract, null, TODAY));
        CustomerChange closed =
                new CustomerChange(null, null, null, null, null, null, CustomerStatus.CLOSED, null, null);
        try (Desk other = new Desk(TODAY)) {
            Future<CustomerDetail> closing = provider.boundaries.call(() -> {
                provider.contracts.open(customer.id(), NewContract.plain());
                return Race.meanwhile(
                        () -> other.boundaries.call(() -> other.customers.update(customer.id(), null, closed)));
            });
            Throwable refusal =
                    assertThrows(ExecutionException.class, closing::get).getCause();
            assertEquals(ProblemType.INVALID_STATE, ((BusinessException) refusal).type());
        }
        assertEquals(
                CustomerStatus.ACTIVE, provider.customers.get(customer.id()).status());
    }

    private static CustomerQuery query(
            String text, boolean debt, CustomerQuery.Sort sort, boolean up, int first, int size) {
        return new CustomerQuery(text, CustomerStatus.ACTIVE, CustomerKind.PERSON, null, debt, sort, up, first, size);
    }

    private List<String> initials(CustomerQuery query) {
        return provider.customers.list(query).stream()
                .map(row -> row.fullName().substring(0, 1))
                .toList();
    }

    private BusinessException refused(ProblemType type, Runnable work) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> provider.boundaries.run(work));
        assertEquals(type, refusal.type());
        return refusal;
    }
}

package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.control.Invariant;
import uplink.billing.payment.control.Payers;
import uplink.customer.boundary.ConsentKind;
import uplink.customer.boundary.ConsentSource;
import uplink.customer.boundary.Consents;
import uplink.customer.boundary.CustomerChange;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerNotes;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerStatus;
import uplink.customer.boundary.DuplicateSearch;
import uplink.customer.boundary.ErasureOrder;
import uplink.customer.boundary.Erasures;
import uplink.customer.boundary.FoundCustomer;
import uplink.customer.boundary.MergeObstacle;
import uplink.customer.boundary.MergeObstacle.Kind;
import uplink.customer.boundary.MergeOrder;
import uplink.customer.boundary.MergePreview;
import uplink.customer.boundary.MergeThing;
import uplink.customer.boundary.NewConsent;
import uplink.customer.boundary.NewContract;
import uplink.customer.boundary.NewNote;
import uplink.customer.control.PersonalData;
import uplink.shared.BusinessException;
import uplink.shared.Doing;
import uplink.shared.ProblemType;

/** Two rows of one person become one customer and a pointer; the money stays where it was. */
class MergeTest extends MergeCases {

    @Test
    void whatCanBeMoreThanOneGoesAndWhatWasBilledStays() {
        sql.update("update customers set phone = '+79161234567', email = 'ivan@example.org' where id = ?", other.id());
        note(other.id(), "Звонить вечером");
        consent(other.id(), ConsentKind.MARKETING);
        consent(other.id(), ConsentKind.PERSONAL_DATA);
        consent(kept.id(), ConsentKind.PERSONAL_DATA);
        for (UUID each : List.of(kept.id(), other.id())) {
            sql.update("insert into customer_tags (customer_id, tag) values (?, 'vip')", each);
        }
        sql.update("insert into customer_tags (customer_id, tag) values (?, 'late')", other.id());
        money();
        List<String> before = findings();
        MergePreview preview = preview();
        assertEquals(List.of(), preview.obstacles());
        assertEquals(
                Map.of("notes", 1L, "consents", 1L, "tags", 1L),
                preview.moves().stream().collect(Collectors.toMap(MergeThing::thing, MergeThing::count)));
        assertTrue(
                preview.stays().contains(new MergeThing("contracts", 1)),
                preview.stays().toString());
        merge();
        CustomerDetail now = provider.boundaries.call(() -> provider.customers.get(kept.id()));
        assertEquals("Иванов Иван", now.fullName());
        assertEquals("+79161234567", now.phone(), "what the one who stays did not have");
        assertEquals("ivan@example.org", now.email());
        assertEquals(List.of("late", "vip"), now.tags());
        assertEquals(1, sql.number("select count(*) from customer_notes where customer_id = ?", kept.id()));
        assertEquals(
                2,
                sql.number("select count(*) from consents where customer_id = ? and withdrawn_on is null", kept.id()));
        assertEquals(
                2,
                sql.number("select count(*) from transactions where ? in (debit_account, credit_account)", other.id()));
        assertEquals(1, sql.number("select count(*) from contracts where customer_id = ?", other.id()));
        assertEquals(before, findings());
    }

    @Test
    void theOneWhoGoesIsAPointerWhereverSomebodyLooks() {
        sql.update("update customers set phone = '+79161234567' where id = ?", other.id());
        merge();
        assertEquals(
                kept.id(),
                provider.boundaries
                        .call(() -> provider.customers.get(other.id()))
                        .id());
        CustomerDetail itself = provider.boundaries.call(() -> provider.customers.getItself(other.id()));
        assertEquals(CustomerStatus.CLOSED, itself.status());
        assertEquals("Иванов И. И.", itself.fullName(), "old invoices call them so");
        assertNull(itself.phone());
        for (String typed : List.of(other.contractNumber(), "9161234567", "Иванов И. И.")) {
            assertEquals(
                    List.of(kept.id()),
                    provider.customers.search(typed, 10).stream()
                            .map(FoundCustomer::id)
                            .toList(),
                    typed);
        }
        assertEquals(
                kept.id(),
                Payers.byNumber(sql, other.contractNumber()).orElseThrow().customerId());
        CustomerQuery all = new CustomerQuery(null, null, null, null, false, CustomerQuery.Sort.NAME, true, 0, 100);
        assertEquals(
                List.of(kept.id()),
                provider.customers.list(all).stream().map(row -> row.id()).toList());
        assertEquals(other.contractNumber(), merges.ofCustomer(kept.id()).get(0).contractNumber());
        assertEquals(
                kept.contractNumber(),
                merges.ofPointer(other.id()).orElseThrow().intoNumber());
    }

    @Test
    void nothingIsWrittenDownAboutAPointer() {
        merge();
        List<Runnable> writes = List.of(
                () -> note(other.id(), "x"),
                () -> provider.boundaries.call(() -> provider.customers.update(
                        other.id(),
                        null,
                        new CustomerChange("x", null, null, null, null, null, CustomerStatus.ACTIVE, null, null))),
                () -> provider.boundaries.call(
                        () -> provider.contracts.open(other.id(), new NewContract(null, TODAY, 1, null, null))));
        for (Runnable write : writes) {
            assertEquals(
                    ProblemType.INVALID_STATE,
                    assertThrows(BusinessException.class, write::run).type());
        }
    }

    @Test
    void whoPointedToTheOneWhoGoesPointsToTheOneWhoStays() {
        CustomerDetail third = provider.customer("Иванов", 1);
        sql.update(
                "update contracts set status = 'terminated', closed_on = '2025-01-01' where customer_id = ?",
                kept.id());
        merge();
        doing(() -> merges.merge(third.id(), new MergeOrder(kept.id(), null, kept.contractNumber(), null, null, null)));
        assertEquals(
                third.id(),
                provider.boundaries
                        .call(() -> provider.customers.get(other.id()))
                        .id());
        assertEquals(2, merges.ofCustomer(third.id()).size());
        CustomerDetail fourth = provider.customer("Иванов", 1);
        sql.update(
                "update contracts set status = 'terminated', closed_on = '2025-01-01' where customer_id = ?",
                third.id());
        doing(() ->
                merges.merge(fourth.id(), new MergeOrder(third.id(), null, third.contractNumber(), null, null, null)));
        assertEquals(3, merges.ofCustomer(fourth.id()).size());
        assertEquals(
                List.of(Kind.MERGED),
                provider.boundaries.call(() -> merges.of(fourth.id(), other.id())).obstacles().stream()
                        .map(MergeObstacle::kind)
                        .toList());
    }

    @Test
    void bothHistoriesTellItAndTheEventNamesBoth() {
        merge();
        for (UUID each : List.of(kept.id(), other.id())) {
            assertEquals(
                    1,
                    sql.number(
                            "select count(*) from audit_log where action = 'customer-merge.merge' and customer_id = ? and actor_id = ?",
                            each,
                            staff));
        }
        assertTrue(provider.boundaries.announced(kept.id()).contains("customer.merged"));
    }

    @Test
    void theExportTellsOfBothAndAnErasureErasesBoth() {
        merge();
        assertEquals(2, new PersonalData(sql).of(kept.id()).get("contracts").size());
        assertEquals(2, new PersonalData(sql).of(kept.id()).get("customers").size());
        sql.update("update contracts set status = 'terminated', closed_on = '2021-01-01'");
        Erasures erasures = provider.boundaries.get(Erasures.class);
        Doing.as(
                staff,
                Erasures.class,
                "erase",
                () -> provider.boundaries.call(
                        () -> erasures.erase(kept.id(), new ErasureOrder(kept.contractNumber(), "заявление"))));
        assertEquals(0, sql.number("select count(*) from customers where full_name like 'Иванов%'"));
        assertEquals(2, sql.number("select count(*) from erasures where status = 'done'"));
    }

    @Test
    void aPointerIsNobodysDuplicate() {
        sql.update("update customers set phone = '+79161234567'");
        DuplicateSearch search = provider.boundaries.get(DuplicateSearch.class);
        provider.boundaries.run(() -> search.run(null));
        assertEquals(1, sql.number("select count(*) from duplicates"));
        merge();
        assertEquals(0, sql.number("select count(*) from duplicates"));
        provider.boundaries.run(() -> search.run(null));
        assertEquals(0, sql.number("select count(*) from duplicates"));
    }

    private void note(UUID customer, String text) {
        CustomerNotes notes = provider.boundaries.get(CustomerNotes.class);
        Doing.as(
                staff,
                CustomerNotes.class,
                "write",
                () -> provider.boundaries.call(() -> notes.write(customer, new NewNote(text, false))));
    }

    private void consent(UUID customer, ConsentKind kind) {
        Consents consents = provider.boundaries.get(Consents.class);
        provider.boundaries.call(() -> consents.give(customer, new NewConsent(kind, TODAY, ConsentSource.PAPER)));
    }

    private void money() {
        Ledger ledger = provider.boundaries.get(Ledger.class);
        for (String amount : List.of("5.00", "-5.00")) {
            provider.boundaries.run(
                    () -> ledger.adjust(other.id(), new Adjustment(new BigDecimal(amount), null, "простой")));
        }
    }

    private List<String> findings() {
        return Stream.of(Invariant.values())
                .flatMap(invariant -> invariant.check(sql).stream())
                .map(Object::toString)
                .toList();
    }
}

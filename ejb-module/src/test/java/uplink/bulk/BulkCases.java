package uplink.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uplink.billing.run.boundary.ChangePreview;
import uplink.bulk.boundary.BulkFilter;
import uplink.bulk.boundary.BulkItem;
import uplink.bulk.boundary.BulkItemQuery;
import uplink.bulk.boundary.BulkJob;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkParameters;
import uplink.bulk.boundary.BulkState;
import uplink.bulk.boundary.BulkSteps;
import uplink.bulk.boundary.BulkWork;
import uplink.bulk.boundary.BulkWorks;
import uplink.bulk.boundary.NewBulkWork;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Doing;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Desk;

/** A provider with many customers, and people who work on all of them at once. */
abstract class BulkCases {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final BulkFilter ALL = new BulkFilter(null, null, null, null, null);

    Desk provider;
    BulkWorks works;
    BulkJob job;
    Steps steps;
    Sql sql;
    UUID operator;

    @BeforeEach
    void open() {
        Database.isolate();
        provider = new Desk(TODAY);
        provider.boundaries.with(ChangePreview.class, provider.boundaries.injected(new ChangePreview()));
        steps = new Steps(provider.boundaries);
        provider.boundaries.with(BulkSteps.class, steps);
        works = provider.boundaries.get(BulkWorks.class);
        job = provider.boundaries.get(BulkJob.class);
        sql = provider.boundaries.sql();
        operator = somebody("operator");
    }

    @AfterEach
    void close() throws Exception {
        provider.close();
        Database.rejoin();
    }

    UUID somebody(String role) {
        UUID user = Doing.somebody();
        sql.update("update users set role = ? where id = ?", role, user);
        return user;
    }

    /** Customers without contracts, as many as wanted. */
    void many(int count) {
        sql.update(
                """
                insert into customers (id, kind, full_name, contract_number, currency, created_at, updated_at)
                select ('00000000-0001-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'person', 'Абонент ' || n, 'M-' || n, 'RUB',
                    now(), now() from generate_series(1, ?) n""",
                count);
        sql.update(
                """
                insert into ledger_accounts (id, kind, customer_id, currency, created_at)
                select id, 'customer', id, 'RUB', now() from customers where contract_number like 'M-%'""");
    }

    <T> T as(UUID user, String method, Supplier<T> call) {
        return Doing.as(caller(user), BulkWorks.class, method, () -> provider.boundaries.call(call));
    }

    static Caller caller(UUID user) {
        return new Caller(
                user,
                null,
                "somebody",
                Set.of(Permission.BULK_WORK, Permission.CUSTOMER_WRITE, Permission.LEDGER_ADJUST));
    }

    BulkWork order(BulkKind kind, BulkFilter filter, BulkParameters parameters) {
        return as(operator, "order", () -> works.order(new NewBulkWork(kind, filter, parameters)));
    }

    /** Ordered, and rehearsed. */
    BulkWork preview(BulkKind kind, BulkFilter filter, BulkParameters parameters) {
        UUID id = order(kind, filter, parameters).id();
        work();
        return get(id);
    }

    BulkWork tagging(String tag) {
        return preview(BulkKind.TAG, ALL, BulkParameters.ofTag(tag));
    }

    BulkWork commit(BulkWork work) {
        return as(
                operator, "commit", () -> works.commit(work.id(), work.counts().ready()));
    }

    /** Committed, and worked off. */
    BulkWork done(BulkWork work) {
        commit(work);
        work();
        return get(work.id());
    }

    BulkWork undone(BulkWork work) {
        as(operator, "undo", () -> works.undo(work.id()));
        work();
        return get(work.id());
    }

    /** The job does what there is to do. */
    void work() {
        Callers.run(Caller.system("bulk-works"), () -> job.run(Instant.now()));
    }

    BulkWork get(UUID id) {
        return provider.boundaries.call(() -> works.get(id));
    }

    List<BulkItem> items(BulkWork work, BulkState state) {
        return provider.boundaries.call(() -> works.listItems(new BulkItemQuery(work.id(), state, 0, 1000)));
    }

    long tagged(String tag) {
        return sql.number("select count(*) from customer_tags where tag = ?", tag);
    }

    void tag(UUID customer, String tag) {
        sql.update("insert into customer_tags (customer_id, tag) values (?, ?)", customer, tag);
    }

    /** The n-th of {@link #many}. */
    static UUID customer(int n) {
        return UUID.fromString("00000000-0001-7000-8000-%012x".formatted(n));
    }

    static BusinessException refused(ProblemType type, Supplier<?> call) {
        BusinessException refusal = assertThrows(BusinessException.class, call::get);
        assertEquals(type, refusal.type());
        return refusal;
    }

    static UUID nobody() {
        return Ids.next();
    }
}

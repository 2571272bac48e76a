package uplink.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerMerges;
import uplink.customer.boundary.MergeField;
import uplink.customer.boundary.MergeOrder;
import uplink.customer.boundary.MergePreview;
import uplink.shared.Doing;
import uplink.shared.KeyVault;
import uplink.shared.Sql;
import uplink.shared.TestVault;
import uplink.testing.Database;
import uplink.testing.Desk;

/** Two rows of one person, one of them to be merged into the other. */
abstract class MergeCases {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    Desk provider;
    CustomerMerges merges;
    Sql sql;
    UUID staff;
    CustomerDetail kept;
    CustomerDetail other;

    @BeforeEach
    void open() {
        Database.isolate();
        provider = new Desk(TODAY);
        provider.boundaries.with(KeyVault.class, TestVault.make());
        merges = provider.boundaries.get(CustomerMerges.class);
        sql = provider.boundaries.sql();
        staff = Doing.somebody();
        kept = provider.customer("Иванов Иван", 1);
        other = provider.customer("Иванов И. И.", 1);
        sql.update(
                "update contracts set status = 'terminated', closed_on = '2025-01-01' where customer_id = ?",
                other.id());
    }

    @AfterEach
    void close() throws Exception {
        provider.close();
        Database.rejoin();
    }

    MergePreview preview() {
        return provider.boundaries.call(() -> merges.of(kept.id(), other.id()));
    }

    void merge() {
        merge(List.of(), other.contractNumber());
    }

    void merge(List<MergeField> fromOther, String typed) {
        MergePreview seen = preview();
        doing(() -> merges.merge(
                kept.id(),
                new MergeOrder(other.id(), fromOther, typed, seen.keptVersion(), seen.otherVersion(), "паспорт")));
    }

    <T> void doing(java.util.function.Supplier<T> work) {
        Doing.as(staff, CustomerMerges.class, "merge", () -> provider.boundaries.call(work));
    }
}

package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.customer.control.CustomerRows;
import uplink.customer.control.HistoryRows;
import uplink.shared.Allowed;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;

/**
 * Everything that happened to a customer, newest first: what people changed, what was billed and paid, what became of the
 * services, what the customer was told. Invoices are shown to those who may read them, and so are payments.
 */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class CustomerHistory {

    private static final int FURTHEST = 10_000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /**
     * A page for the API. Refusals: {@code not-found}.
     *
     * @param kind null: all of them
     */
    public Page<HistoryEntry> page(UUID customer, @Nullable HistoryKind kind, PageRequest page) {
        new CustomerRows(database).require(customer);
        return Page.of(
                rows().list(shown(kind), customer, page.before(), 0, page.limit() + 1),
                page.limit(),
                entry -> entry.id().toString());
    }

    /** A slice for the console, at most 100. */
    public List<HistoryEntry> list(UUID customer, @Nullable HistoryKind kind, int first, int size) {
        int skip = Math.max(0, Math.min(first, FURTHEST));
        return rows().list(shown(kind), customer, null, skip, Math.max(1, Math.min(size, 100)));
    }

    public long count(UUID customer, @Nullable HistoryKind kind) {
        return Math.min(FURTHEST, rows().count(shown(kind), customer));
    }

    private static Set<HistoryRows.Source> shown(@Nullable HistoryKind kind) {
        Caller caller = Callers.current();
        return Arrays.stream(HistoryRows.Source.values())
                .filter(source -> kind == null || source.kind() == kind)
                .filter(source -> switch (source) {
                    case INVOICES -> caller.may(Permission.BILLING_READ);
                    case PAYMENTS -> caller.may(Permission.PAYMENT_READ);
                    default -> true;
                })
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(HistoryRows.Source.class)));
    }

    private HistoryRows rows() {
        return new HistoryRows(Sql.in(database));
    }
}

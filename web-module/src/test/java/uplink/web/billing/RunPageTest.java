package uplink.web.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.invoice.boundary.InvoiceQuery;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.BillRuns;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;

class RunPageTest {

    private final List<InvoiceQuery> asked = new ArrayList<>();

    /** Nobody counts or sorts a million invoices for one look at a page. */
    @Test
    void aLargeRunIsCountedByItsOwnFigureAndShownInTheOrderOfItsIndex() throws Exception {
        RunPage page = page(1_000_000);
        assertEquals(1_000_000, page.getIssued().count(Map.of()));
        page.getIssued().load(0, 15, Map.of(), Map.of());
        assertEquals(InvoiceQuery.Sort.ISSUED, asked.get(0).sort());
        assertFalse(page.isSortable());
    }

    @Test
    void aSmallRunIsSortedAsOneLikes() throws Exception {
        RunPage page = page(10_000);
        page.getIssued().load(0, 15, Map.of(), Map.of());
        assertEquals(InvoiceQuery.Sort.NUMBER, asked.get(0).sort());
        assertTrue(page.isSortable());
    }

    private RunPage page(int invoiced) throws ReflectiveOperationException {
        RunPage page = new RunPage();
        page.setId(UUID.randomUUID().toString());
        inject(page, "runs", new BillRuns() {
            @Override
            public BillRun get(UUID id) {
                return run(id, invoiced);
            }
        });
        inject(page, "invoices", new Invoices() {
            @Override
            public List<InvoiceSummary> list(InvoiceQuery query) {
                asked.add(query);
                return List.of();
            }

            @Override
            public long count(InvoiceQuery query) {
                throw new AssertionError("counted row by row");
            }
        });
        return page;
    }

    private static void inject(RunPage page, String name, Object bean) throws ReflectiveOperationException {
        Field field = RunPage.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(page, bean);
    }

    private static BillRun run(UUID id, int invoiced) {
        LocalDate day = LocalDate.of(2026, 12, 1);
        return new BillRun(
                id,
                RunMode.COMMIT,
                day,
                day,
                RunStatus.COMPLETED,
                invoiced,
                invoiced,
                invoiced,
                BigDecimal.ONE,
                "RUB",
                0,
                0,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}

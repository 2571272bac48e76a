package uplink.demo.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uplink.billing.invoice.boundary.InvoiceQuery;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.invoice.boundary.OverdueInvoices;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.BillRuns;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.shared.BusinessClock;

/** One billing day of the demo's past: a real bill run, then most customers pay. */
@ApplicationScoped
class DemoMonth {

    private static final int PAGE = 200;

    @Inject
    private BusinessClock clock;

    @Inject
    private BillRuns runs;

    @Inject
    private Invoices invoices;

    @Inject
    private DemoPayments payments;

    @Inject
    private OverdueInvoices overdue;

    void bill(LocalDate day, LocalDate today) {
        BillRun run = clock.at(at(day, 3), () -> runs.start(day, RunMode.COMMIT));
        awaitEnd(run.id());
        List<DemoPayments.Paid> paid = new ArrayList<>();
        List<InvoiceSummary> open = openInvoices(run.id());
        for (InvoiceSummary invoice : open) {
            DemoHabits.paidOn(invoice.contractNumber(), day, today)
                    .ifPresent(paidOn -> paid.add(new DemoPayments.Paid(invoice, at(paidOn, 12))));
        }
        payments.take(paid);
        fallDue(open, today);
    }

    /** The nights in which the job would have found them unpaid. */
    private void fallDue(List<InvoiceSummary> issued, LocalDate today) {
        issued.stream()
                .map(InvoiceSummary::dueDate)
                .filter(due -> due.isBefore(today))
                .distinct()
                .sorted()
                .map(due -> at(due.plusDays(1), 1))
                .forEach(night -> clock.at(night, () -> {
                    overdue.run(night);
                    return night;
                }));
    }

    private List<InvoiceSummary> openInvoices(UUID runId) {
        List<InvoiceSummary> open = new ArrayList<>();
        List<InvoiceSummary> page;
        int first = 0;
        do {
            page = invoices.list(new InvoiceQuery(
                    null, runId, InvoiceStatus.PENDING, null, InvoiceQuery.Sort.NUMBER, true, first, PAGE));
            open.addAll(page);
            first += PAGE;
        } while (page.size() == PAGE);
        return open;
    }

    private void awaitEnd(UUID runId) {
        RunStatus status = Awaited.until(
                () -> runs.get(runId).status(), seen -> seen != RunStatus.QUEUED && seen != RunStatus.RUNNING);
        if (status != RunStatus.COMPLETED) {
            throw new IllegalStateException("the demo's bill run ended as " + status);
        }
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(clock.getZone()).toInstant();
    }
}

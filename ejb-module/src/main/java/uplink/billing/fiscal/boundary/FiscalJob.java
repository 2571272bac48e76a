package uplink.billing.fiscal.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import uplink.billing.fiscal.control.FiscalAnswer;
import uplink.billing.fiscal.control.FiscalOrder;
import uplink.billing.fiscal.control.FiscalService;
import uplink.billing.fiscal.control.FiscalSettings;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/**
 * Sends receipts to their service, and asks what became of them: record, call, record, as with payments. A service that
 * does not answer is left alone until the next turn.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class FiscalJob implements Job {

    static final String NAME = "fiscal-receipts";

    private static final int AT_ONCE = 200;
    private static final int PATIENCE = 3;

    @Inject
    private FiscalBook book;

    @Inject
    private FiscalSettings settings;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(5));
    }

    @Override
    public void run(Instant dueAt) {
        settings.service().ifPresent(this::work);
    }

    private void work(FiscalService service) {
        int silent = 0;
        for (UUID receipt : book.due(AT_ONCE)) {
            silent = settle(service, receipt) ? 0 : silent + 1;
            if (silent == PATIENCE) {
                return;
            }
        }
    }

    /** Whether the service said anything. */
    private boolean settle(FiscalService service, UUID receipt) {
        return book.begin(receipt)
                .map(order -> {
                    FiscalAnswer answer = call(service, order);
                    book.record(order, answer);
                    return answer.told() != FiscalAnswer.Told.NOTHING;
                })
                .orElse(true);
    }

    private static FiscalAnswer call(FiscalService service, FiscalOrder order) {
        return order.externalId() == null ? service.register(order) : service.ask(order);
    }
}

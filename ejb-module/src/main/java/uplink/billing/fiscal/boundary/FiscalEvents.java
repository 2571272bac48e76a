package uplink.billing.fiscal.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import uplink.billing.fiscal.control.Causes;
import uplink.billing.fiscal.control.FiscalSettings;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Event;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.events.EventHandler;

/** Writes down which receipts there shall be; nothing that customers or staff do waits for them. */
@ApplicationScoped
public class FiscalEvents implements EventHandler {

    static final String CONSUMER = "fiscal";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private FiscalSettings settings;

    @Override
    @Allowed(Permission.ANYONE)
    public String consumer() {
        return CONSUMER;
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public void on(Event event) {
        if (!settings.isOn()) {
            return;
        }
        Causes causes = new Causes(Sql.in(database), settings, clock.instant());
        Map<String, Object> data = event.data();
        switch (event.type()) {
            case "billing.payment.succeeded" -> causes.paid(data);
            case "billing.invoice.paid" -> causes.settled(data);
            case "billing.payment.refunded" -> causes.returned(data, String.valueOf(data.get("refundId")));
            case "billing.payout.paid" -> causes.paidOut(data);
            default -> {
                // no receipt tells of it
            }
        }
    }
}

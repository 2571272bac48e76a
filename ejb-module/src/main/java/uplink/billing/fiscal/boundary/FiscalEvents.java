package uplink.billing.fiscal.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.BiConsumer;
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

    private static final Map<String, BiConsumer<Causes, Map<String, Object>>> RECEIPTS = Map.of(
            "billing.payment.succeeded", Causes::paid,
            "billing.invoice.paid", Causes::settled,
            "billing.payment.refunded", (causes, data) -> causes.returned(data, String.valueOf(data.get("refundId"))),
            "billing.payout.paid", Causes::paidOut);

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
    public boolean concerns(Event event) {
        return settings.isOn() && RECEIPTS.containsKey(event.type());
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public void on(Event event) {
        BiConsumer<Causes, Map<String, Object>> receipt = RECEIPTS.get(event.type());
        if (settings.isOn() && receipt != null) {
            receipt.accept(new Causes(Sql.in(database), settings, clock.instant()), event.data());
        }
    }
}

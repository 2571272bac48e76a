package uplink.shared.events;

import java.util.List;
import java.util.UUID;
import uplink.shared.Event;
import uplink.testing.Transactions;

/** {@link Delivery} as the container runs it: each call is a transaction of its own. */
class TransactionalDelivery extends Delivery {

    private final Transactions transactions;

    TransactionalDelivery(Transactions transactions) {
        super(transactions.dataSource());
        this.transactions = transactions;
    }

    @Override
    public void once(EventHandler handler, List<Event> events) {
        transactions.run(() -> super.once(handler, events));
    }

    @Override
    public void refused(String consumer, Event event, String reason) {
        transactions.run(() -> super.refused(consumer, event, reason));
    }

    @Override
    public void park(String consumer, Event event, String body, String reason) {
        transactions.run(() -> super.park(consumer, event, body, reason));
    }

    @Override
    public void replayed(UUID deadLetter) {
        transactions.run(() -> super.replayed(deadLetter));
    }
}

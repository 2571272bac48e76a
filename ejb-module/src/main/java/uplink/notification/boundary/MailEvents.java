package uplink.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import uplink.auth.boundary.AccountMails;
import uplink.connection.boundary.ApplicationMails;
import uplink.notification.control.MailQueue;
import uplink.notification.control.OldNews;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Event;
import uplink.shared.Permission;
import uplink.shared.events.EventHandler;

/** Queues a mail for each event whose subject is told of it by mail. */
@ApplicationScoped
public class MailEvents implements EventHandler {

    static final String CONSUMER = "mail";

    @Inject
    private AccountMails accounts;

    @Inject
    private ApplicationMails applications;

    @Inject
    private MailQueue queue;

    @Inject
    private BusinessClock clock;

    @Override
    @Allowed(Permission.ANYONE)
    public String consumer() {
        return CONSUMER;
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public boolean concerns(Event event) {
        return told(event).isPresent();
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public void on(Event event) {
        onAll(List.of(event));
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public void onAll(List<Event> events) {
        queue.add(events.stream().map(this::told).flatMap(Optional::stream).toList(), OldNews.before(clock));
    }

    private Optional<Event> told(Event event) {
        return applications.isTold(event.type()) ? Optional.of(event) : accounts.subjectOf(event);
    }
}

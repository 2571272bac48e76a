package uplink.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.auth.boundary.AccountMails;
import uplink.connection.boundary.ApplicationMails;
import uplink.notification.control.Letter;
import uplink.notification.control.MailQueue;
import uplink.notification.control.Postman;
import uplink.notification.control.Postman.UndeliverableException;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Sends the mails that are due, one after the other; outside of any request and of any transaction. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class MailJob implements Job {

    private static final Logger LOG = Logger.getLogger(MailJob.class.getName());

    @Inject
    private MailQueue queue;

    @Inject
    private AccountMails accounts;

    @Inject
    private ApplicationMails applications;

    @Inject
    private Postman postman;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(5));
    }

    @Override
    public void run(Instant dueAt) {
        for (Optional<MailQueue.Due> due = queue.take(); due.isPresent(); due = queue.take()) {
            send(due.get());
        }
    }

    private void send(MailQueue.Due due) {
        Optional<Letter> letter = letter(due);
        if (letter.isEmpty()) {
            queue.nobody(due);
            return;
        }
        try {
            postman.deliver(letter.get());
            queue.sent(due);
        } catch (UndeliverableException e) {
            // neither the address nor the link: only which mail, and what the server said
            LOG.log(Level.WARNING, "mail {0} was not delivered: {1}", new Object[] {due.id(), e.getMessage()});
            queue.failed(due, e.isForGood(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<Letter> letter(MailQueue.Due due) {
        return applications.isTold(due.eventType())
                ? applications.of(due.eventType(), due.subject()).map(mail -> Letter.of(due.id(), mail))
                : accounts.of(due.eventType(), due.subject()).map(mail -> Letter.of(due.id(), mail));
    }
}

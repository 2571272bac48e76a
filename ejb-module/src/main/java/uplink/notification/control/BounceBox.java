package uplink.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.shared.Settings;

/**
 * Reads what came back to the mailbox of {@code UPLINK_BOUNCE_URL}. A report of a letter of ours is written down and
 * deleted; whatever else is there is marked as seen and left for people.
 */
@ApplicationScoped
public class BounceBox {

    private static final Logger LOG = Logger.getLogger(BounceBox.class.getName());
    private static final int MOST = 500;

    private final BounceSettings settings;

    @Inject
    private Reports reports;

    public BounceBox() {
        this.settings = BounceSettings.of(Settings.text("UPLINK_BOUNCE_URL", ""));
    }

    BounceBox(BounceSettings settings, Reports reports) {
        this.settings = settings;
        this.reports = reports;
    }

    /** What is new; at most {@value #MOST} mails. Nothing where there is no such mailbox. */
    public void read() {
        URI box = settings.box();
        if (box == null) {
            return;
        }
        try (Store store = Session.getInstance(settings.properties()).getStore()) {
            store.connect(box.getHost(), box.getPort(), settings.user(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                read(folder);
            }
        } catch (MessagingException e) {
            // it stays there until the next time
            LOG.log(Level.WARNING, "the mailbox of what came back cannot be read: {0}", e.toString());
        }
    }

    private void read(Folder folder) throws MessagingException {
        Message[] found = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (int i = 0; i < Math.min(found.length, MOST); i++) {
            if (isOurs(found[i])) {
                found[i].setFlag(Flags.Flag.DELETED, true);
            }
            found[i].setFlag(Flags.Flag.SEEN, true);
        }
    }

    private boolean isOurs(Message mail) throws MessagingException {
        try {
            Optional<BounceReport> report = BounceReport.of(mail);
            return report.isPresent() && reports.bounced(report.get());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a mail that came back cannot be read: {0}", e.toString());
            return false;
        }
    }
}

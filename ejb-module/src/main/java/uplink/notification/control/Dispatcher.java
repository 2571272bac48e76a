package uplink.notification.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.notification.control.channel.Channel;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Outcome;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Hands the messages of one channel to its peer, one after the other, outside of any transaction. What it has taken and
 * cannot do in time it gives back long before the lease ends, so no message is in two hands.
 */
public final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
    private static final int BATCH = 50;
    private static final Duration TIME_FOR_A_BATCH = MessageQueue.LEASE.dividedBy(2);

    private final MessageQueue queue;
    private final Breaker breaker;
    private final Channel channel;
    private final UnsubscribeLinks links;
    private final DataSource database;
    private final Clock clock;
    private final ChannelKind kind;
    private boolean ailing;

    public Dispatcher(
            DataSource database,
            MessageQueue queue,
            Breaker breaker,
            UnsubscribeLinks links,
            Channel channel,
            Clock clock) {
        this.database = database;
        this.queue = queue;
        this.breaker = breaker;
        this.links = links;
        this.channel = channel;
        this.clock = clock;
        this.kind = channel.kind();
    }

    /**
     * Sends what is due.
     *
     * @param most so many messages at most
     */
    public void run(int most) {
        int left = channel.isConfigured() ? most : 0;
        while (left > 0) {
            Breaker.Admission admission = breaker.admits(kind, Math.min(left, BATCH));
            ailing = admission.ailing();
            List<Outgoing> taken = queue.take(kind, admission.most(), clock.getZone());
            if (taken.isEmpty() || !send(taken)) {
                return;
            }
            left -= taken.size();
        }
    }

    /** Tells whether to go on. */
    private boolean send(List<Outgoing> taken) {
        TemplateBook.InForce words = new TemplateBook(Sql.in(database)).inForce(kind);
        CampaignWords campaigns = new CampaignWords(Sql.in(database));
        Instant until = SystemTime.now().plus(TIME_FOR_A_BATCH);
        List<Outgoing> waiting = new ArrayList<>(taken);
        while (!waiting.isEmpty()) {
            if (SystemTime.now().isAfter(until) || !send(waiting.remove(0), words, campaigns)) {
                queue.release(waiting);
                return false;
            }
        }
        return true;
    }

    private boolean send(Outgoing message, TemplateBook.InForce book, CampaignWords campaigns) {
        Optional<Instant> quiet = message.waitsTo(clock.instant());
        if (!message.allowed()) {
            queue.end(message, "no-consent", null);
        } else if (!message.wanted()) {
            queue.end(message, "unwanted", null);
        } else if (message.address() == null) {
            queue.end(message, "nobody", null);
        } else if (message.attempts() > MessageQueue.MOST_ATTEMPTS) {
            queue.end(message, "dead", "taken too often without an end");
        } else if (quiet.isPresent()) {
            // the wait is the customer's time, the queue goes by the machine's
            queue.postpone(List.of(message), SystemTime.now().plus(Duration.between(clock.instant(), quiet.get())));
        } else {
            return handOver(
                    message,
                    campaigns.of(message, kind).orElseGet(() -> book.of(message.kind(), kind, message.locale())));
        }
        return true;
    }

    private boolean handOver(Outgoing message, Words words) {
        Outcome outcome = outcome(message, words);
        queue.finish(message, words.no(), kind, outcome);
        if (outcome instanceof Outcome.Later later) {
            LOG.log(Level.WARNING, "message {0} was not taken: {1}", new Object[] {message.id(), later.why()});
            ailing = true;
            return !breaker.failed(kind, later.why());
        }
        if (ailing) {
            breaker.worked(kind);
            ailing = false;
        }
        return true;
    }

    /** Whatever goes wrong here concerns this message only. */
    private Outcome outcome(Outgoing message, Words words) {
        try {
            return channel.send(Wording.of(message, kind, words, unsubscribe(message)));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "message " + message.id() + " cannot be sent", e);
            return new Outcome.Refused(e.toString());
        }
    }

    private @Nullable String unsubscribe(Outgoing message) {
        return kind == ChannelKind.EMAIL
                ? links.of(message.customerId(), message.kind().topic()).orElse(null)
                : null;
    }
}

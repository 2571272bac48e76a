package uplink.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.notification.control.CampaignWords;
import uplink.notification.control.Channels;
import uplink.notification.control.MessageLog;
import uplink.notification.control.MessageQueue;
import uplink.notification.control.Outgoing;
import uplink.notification.control.TemplateBook;
import uplink.notification.control.Wording;
import uplink.notification.control.Words;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Coded;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Trail;

/** What customers were sent, by which ways, and what became of it. */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class Messages {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private MessageQueue queue;

    @Inject
    private Channels channels;

    @Inject
    private BusinessClock clock;

    /** A slice of a customer's, newest first. */
    public List<MessageRow> ofCustomer(UUID customer, int first, int size) {
        return log().ofCustomer(customer, first, size);
    }

    /** How many a customer has in all. */
    public long countOfCustomer(UUID customer) {
        return log().countOfCustomer(customer);
    }

    /** With its words. Refused with {@code not-found}. */
    @Allowed({Permission.CUSTOMER_READ, Permission.EVENT_ADMIN})
    public MessageDetail get(UUID id) {
        MessageRow row = log().find(id).orElseThrow(BusinessException::notFound);
        Outgoing message = queue.load(id, clock.getZone()).orElseThrow(BusinessException::notFound);
        ChannelKind channel = kind(row.channel());
        MessageLog.SentBy sent = log().sentBy(id);
        Locale locale = sent.language() == null ? message.locale() : Locale.forLanguageTag(sent.language());
        Outgoing then = message.in(locale);
        Words words = new CampaignWords(Sql.in(database))
                .of(then, channel)
                .orElseGet(() -> words(new TemplateBook.Key(message.kind(), channel, locale), sent.template()));
        Message shown = Wording.of(then, channel, words, null);
        return new MessageDetail(
                row, locale.getLanguage(), words.no(), shown.subject(), shown.text(), shown.html(), log().attempts(id));
    }

    /**
     * Sends it once more, at once: whoever asks for that knows the hour and what the customer wants. Answers the new
     * message. Refused with {@code not-found}; with {@code invalid-state} while it waits.
     */
    @Allowed(Permission.CUSTOMER_WRITE)
    public UUID resend(UUID id) {
        MessageRow row = log().find(id).orElseThrow(BusinessException::notFound);
        UUID copy = log().resend(id)
                .orElseThrow(() -> new BusinessException(ProblemType.INVALID_STATE, Text.of("notification.not-dead")));
        note(
                "message.resend",
                row.customerId(),
                id.toString(),
                Map.of("channel", row.channel().code()));
        return copy;
    }

    /** Messages that were given up, newest first. */
    @Allowed(Permission.EVENT_ADMIN)
    public List<MessageRow> listDead(DeadMessageQuery query) {
        return log().dead(kindOrNone(query.channel()), query.first(), query.size());
    }

    /** How many the query has in all. */
    @Allowed(Permission.EVENT_ADMIN)
    public long countDead(DeadMessageQuery query) {
        return log().countDead(kindOrNone(query.channel()));
    }

    /** Lets a message that was given up wait again; doing it again changes nothing. Refused with {@code not-found}. */
    @Allowed(Permission.EVENT_ADMIN)
    public void replay(UUID id) {
        MessageRow row = log().find(id).orElseThrow(BusinessException::notFound);
        if (log().replay(id)) {
            note(
                    "message.replay",
                    row.customerId(),
                    id.toString(),
                    Map.of("channel", row.channel().code()));
        }
    }

    /** Lets all of them wait again, of one way or, null, of every; tells how many. */
    @Allowed(Permission.EVENT_ADMIN)
    public int replayAll(@Nullable NoticeChannel channel) {
        int replayed = log().replayAll(kindOrNone(channel));
        note("message.replay-all", null, channel == null ? "—" : channel.code(), Map.of("messages", replayed));
        return replayed;
    }

    /** How the ways are doing. */
    @Allowed(Permission.EVENT_ADMIN)
    public List<ChannelHealth> getHealth() {
        List<ChannelKind> configured = channels.configured();
        return Stream.of(ChannelKind.EMAIL, ChannelKind.SMS, ChannelKind.PUSH)
                .map(channel -> log().health(channel, configured.contains(channel)))
                .toList();
    }

    private Words words(TemplateBook.Key key, @Nullable Integer no) {
        TemplateBook book = new TemplateBook(Sql.in(database));
        return Optional.ofNullable(no)
                .flatMap(version -> book.version(key, version))
                .orElseGet(() -> book.inForce(key.channel()).of(key.kind(), key.channel(), key.locale()));
    }

    private void note(String action, @Nullable UUID customer, String id, Map<String, Object> fields) {
        Trail.note(
                Sql.in(database), Callers.current().userId(), customer, new Trail.Note(action, "message", id, fields));
    }

    private MessageLog log() {
        return new MessageLog(Sql.in(database));
    }

    private static @Nullable ChannelKind kindOrNone(@Nullable NoticeChannel channel) {
        return channel == null ? null : kind(channel);
    }

    private static ChannelKind kind(NoticeChannel channel) {
        return Coded.of(ChannelKind.class, channel.code());
    }
}

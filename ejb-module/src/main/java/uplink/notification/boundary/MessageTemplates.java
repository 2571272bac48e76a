package uplink.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import uplink.notification.control.Channels;
import uplink.notification.control.Example;
import uplink.notification.control.LetterPage;
import uplink.notification.control.NoticeValues;
import uplink.notification.control.Placeholders;
import uplink.notification.control.SmsParts;
import uplink.notification.control.TemplateBook;
import uplink.notification.control.Trial;
import uplink.notification.control.WordRules;
import uplink.notification.control.Wording;
import uplink.notification.control.Words;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Trail;

/**
 * What messages say: for each kind, way and language one template, in versions of which the newest is in force. What went
 * out stays as it was.
 */
@Stateless
@Allowed(Permission.MESSAGE_WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MessageTemplates {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Channels channels;

    @Inject
    private BusinessClock clock;

    /** All that are in force, of one way and one language. */
    public List<MessageTemplate> list(NoticeChannel channel, String language) {
        Locale locale = known(language);
        TemplateBook.InForce book = book().inForce(kind(channel));
        return Arrays.stream(NoticeKind.values())
                .filter(NoticeKind::isTemplated)
                .map(kind -> template(kind, channel, locale, book.of(kind, kind(channel), locale)))
                .toList();
    }

    /** The one in force. Refusals: {@code not-found} for another language. */
    public MessageTemplate get(NoticeKind kind, NoticeChannel channel, String language) {
        Locale locale = known(language);
        templated(kind);
        return template(kind, channel, locale, book().inForce(kind(channel)).of(kind, kind(channel), locale));
    }

    /** A version, 0 being the release's; {@code not-found}. */
    public MessageTemplate getVersion(NoticeKind kind, NoticeChannel channel, String language, int no) {
        Locale locale = known(language);
        return template(
                kind,
                channel,
                locale,
                book().version(key(kind, channel, locale), no).orElseThrow(BusinessException::notFound));
    }

    /** What people have made, newest first. */
    public List<MessageTemplateVersion> history(NoticeKind kind, NoticeChannel channel, String language) {
        return book().versions(key(kind, channel, known(language)));
    }

    /** What the words can name. */
    public List<TemplateName> getNames(NoticeKind kind, String language) {
        Map<String, String> values = example(kind, known(language));
        return NoticeValues.names(kind).stream()
                .map(name -> new TemplateName(name, values.getOrDefault(name, "")))
                .toList();
    }

    /**
     * Makes a version that is in force from now on, also for what waits already; answers its number. Refusals: {@code
     * validation} when it names what there is not; {@code stale}.
     *
     * @param wanted {@code no}: the version that was seen
     */
    public int save(MessageTemplate wanted) {
        Words words = checked(wanted);
        return book().add(
                        key(wanted.kind(), wanted.channel(), known(wanted.language())),
                        words,
                        Callers.current().userId(),
                        clock.instant());
    }

    /** The message as an example of a customer would get it; nothing is kept. The same refusals. */
    public MessagePreview preview(MessageTemplate wanted) {
        Message message = example(wanted, "");
        return new MessagePreview(
                message.subject(),
                message.text(),
                message.html(),
                wanted.channel() == NoticeChannel.SMS ? SmsParts.of(message.text()) : 0);
    }

    /**
     * Sends the example to an address, at once. Refusals: {@code validation}; {@code invalid-state} when that way has no
     * peer, or with the peer's words when it does not take it.
     *
     * @param to an e-mail address or a telephone number
     */
    public void test(MessageTemplate wanted, String to) {
        Message message = example(wanted, Trial.address(wanted.channel(), to, "to"));
        new Trial(channels)
                .send(
                        message,
                        wanted.channel(),
                        () -> Trail.note(
                                Sql.in(database),
                                Callers.current().userId(),
                                new Trail.Note(
                                        "message-template.test",
                                        "message-template",
                                        wanted.kind().code() + "/"
                                                + wanted.channel().code() + "/" + wanted.language(),
                                        Map.of())));
    }

    private Message example(MessageTemplate wanted, String to) {
        Words words = checked(wanted);
        Locale locale = known(wanted.language());
        Map<String, String> values = example(wanted.kind(), locale);
        String subject = Wording.subject(words, values);
        String text = Placeholders.filled(words.body(), values);
        return new Message(
                Ids.next(),
                null,
                to,
                subject,
                text,
                wanted.channel() == NoticeChannel.EMAIL ? LetterPage.of(subject, text, locale) : null,
                locale,
                Map.of("kind", wanted.kind().code(), "name", values.getOrDefault("name", "")));
    }

    private static Map<String, String> example(NoticeKind kind, Locale locale) {
        return NoticeValues.of(kind, Example.DATA, Example.reader(locale), locale);
    }

    private static Words checked(MessageTemplate wanted) {
        return WordRules.checked(wanted.kind(), wanted.channel(), wanted.no(), wanted.subject(), wanted.body());
    }

    private static MessageTemplate template(NoticeKind kind, NoticeChannel channel, Locale locale, Words words) {
        return new MessageTemplate(kind, channel, locale.getLanguage(), words.no(), words.subject(), words.body());
    }

    private static TemplateBook.Key key(NoticeKind kind, NoticeChannel channel, Locale locale) {
        templated(kind);
        return new TemplateBook.Key(kind, kind(channel), locale);
    }

    private static ChannelKind kind(NoticeChannel channel) {
        return Coded.of(ChannelKind.class, channel.code());
    }

    private static void templated(NoticeKind kind) {
        if (!kind.isTemplated()) {
            throw BusinessException.notFound();
        }
    }

    private static Locale known(String language) {
        return WordRules.known(language);
    }

    private TemplateBook book() {
        return new TemplateBook(Sql.in(database));
    }
}

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
import java.util.stream.Stream;
import javax.sql.DataSource;
import uplink.notification.control.Channels;
import uplink.notification.control.Example;
import uplink.notification.control.LetterPage;
import uplink.notification.control.NoticeValues;
import uplink.notification.control.Placeholders;
import uplink.notification.control.SmsParts;
import uplink.notification.control.TemplateBook;
import uplink.notification.control.Wording;
import uplink.notification.control.Words;
import uplink.notification.control.channel.Channel;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.CardNumbers;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Phones;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Trail;
import uplink.shared.Validation;

/**
 * What messages say: for each kind, way and language one template, in versions of which the newest is in force. What went
 * out stays as it was.
 */
@Stateless
@Allowed(Permission.MESSAGE_WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MessageTemplates {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 4000;

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
                .map(kind -> template(kind, channel, locale, book.of(kind, kind(channel), locale)))
                .toList();
    }

    /** The one in force. Refusals: {@code not-found} for another language. */
    public MessageTemplate get(NoticeKind kind, NoticeChannel channel, String language) {
        Locale locale = known(language);
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
        Message message = example(wanted, address(wanted.channel(), to));
        Channel channel = channels.find(kind(wanted.channel()))
                .orElseThrow(
                        () -> new BusinessException(ProblemType.INVALID_STATE, Text.of("notification.channel-off")));
        Trail.note(
                Sql.in(database),
                Callers.current().userId(),
                new Trail.Note(
                        "message-template.test",
                        "message-template",
                        wanted.kind().code() + "/" + wanted.channel().code() + "/" + wanted.language(),
                        Map.of()));
        Outcome outcome = channel.send(message);
        String why = outcome instanceof Outcome.Later later
                ? later.why()
                : outcome instanceof Outcome.Refused refused
                        ? refused.why()
                        : outcome instanceof Outcome.Gone gone ? gone.why() : null;
        if (why != null) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("notification.test.refused", why));
        }
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
        Validation validation = new Validation();
        boolean titled = wanted.channel() == NoticeChannel.EMAIL || wanted.channel() == NoticeChannel.PUSH;
        String subject = titled
                ? CardNumbers.masked(
                        validation.text("subject", NoticeValues.oneLine(wanted.subject()), LONGEST_SUBJECT))
                : "";
        validation.check(titled || wanted.subject().isBlank(), "subject", Text.of("notification.template.subject"));
        String body = validation.words("body", wanted.body().replace("\r\n", "\n"), LONGEST_BODY);
        List<String> names = NoticeValues.names(wanted.kind());
        Placeholders.complaint(subject, names).ifPresent(wrong -> validation.check(false, "subject", wrong));
        Placeholders.complaint(body, names).ifPresent(wrong -> validation.check(false, "body", wrong));
        validation.done();
        return new Words(wanted.no(), subject, body);
    }

    private static String address(NoticeChannel channel, String to) {
        String address = to.strip();
        return switch (channel) {
            case EMAIL ->
                Stream.of(address)
                        .filter(text -> text.matches("[^@\\s]+@[^@\\s]+") && text.length() <= 254)
                        .findFirst()
                        .orElseThrow(MessageTemplates::noAddress);
            case SMS -> Phones.normalized(address).orElseThrow(MessageTemplates::noAddress);
            case APP, PUSH -> throw noAddress();
        };
    }

    private static BusinessException noAddress() {
        return BusinessException.invalid("to", Text.of("notification.test.address"));
    }

    private static MessageTemplate template(NoticeKind kind, NoticeChannel channel, Locale locale, Words words) {
        return new MessageTemplate(kind, channel, locale.getLanguage(), words.no(), words.subject(), words.body());
    }

    private static TemplateBook.Key key(NoticeKind kind, NoticeChannel channel, Locale locale) {
        return new TemplateBook.Key(kind, kind(channel), locale);
    }

    private static ChannelKind kind(NoticeChannel channel) {
        return Coded.of(ChannelKind.class, channel.code());
    }

    private static Locale known(String language) {
        Locale known = Locale.forLanguageTag(language);
        if (!Text.supported(known).equals(known)) {
            throw BusinessException.notFound();
        }
        return known;
    }

    private TemplateBook book() {
        return new TemplateBook(Sql.in(database));
    }
}

package uplink.notification.campaign.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.notification.boundary.MessagePreview;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.campaign.control.CampaignRows;
import uplink.notification.campaign.control.Readers;
import uplink.notification.control.Channels;
import uplink.notification.control.LetterPage;
import uplink.notification.control.NoticeValues;
import uplink.notification.control.Placeholders;
import uplink.notification.control.SmsParts;
import uplink.notification.control.Trial;
import uplink.notification.control.WordRules;
import uplink.notification.control.Wording;
import uplink.notification.control.Words;
import uplink.notification.control.channel.Message;
import uplink.shared.Allowed;
import uplink.shared.AllowedGuard;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Trail;
import uplink.shared.Validation;

/**
 * Words of a campaign before it says them: as a customer would read them, and sent to one address. Who reads them as a customer
 * must be allowed to read customers ({@code forbidden}). Refusals: {@code validation}; {@code not-found} for another language or
 * a customer who is not there.
 */
@Stateless
@Allowed(Permission.CAMPAIGN_READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CampaignTrials {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Channels channels;

    /** Nothing is kept or sent. */
    public MessagePreview getPreview(CampaignTrial trial) {
        Message message = message(trial, "");
        return new MessagePreview(
                message.subject(),
                message.text(),
                message.html(),
                trial.channel() == NoticeChannel.SMS ? SmsParts.of(message.text()) : 0);
    }

    /**
     * Sends them to the address that is named, or to the caller's own, at once. Answers the address. Refused with {@code
     * invalid-state} when that way has no peer, or with the peer's words when it does not take it.
     */
    @Allowed(Permission.CAMPAIGN_WRITE)
    public String send(CampaignTrial trial) {
        NoticeChannel channel = checked(trial);
        String typed = trial.address();
        String to = Trial.address(
                channel, typed == null || typed.isBlank() ? readers().ownAddress(channel) : typed, "address");
        new Trial(channels)
                .send(
                        message(trial, to),
                        channel,
                        () -> Trail.note(
                                Sql.in(database),
                                Callers.current().userId(),
                                new Trail.Note(
                                        "campaign-trial.send",
                                        "campaign",
                                        channel.code() + "/" + trial.language(),
                                        Map.of())));
        return to;
    }

    /** The same with the words that a campaign has; {@code validation} where it has none. */
    @Allowed(Permission.CAMPAIGN_WRITE)
    public String send(UUID campaign, CampaignTest test) {
        CampaignText text = new CampaignRows(Sql.in(database))
                .one(campaign).orElseThrow(BusinessException::notFound).texts().stream()
                        .filter(one -> one.channel() == test.channel()
                                && one.language().equals(test.language()))
                        .findFirst()
                        .orElseThrow(() -> BusinessException.invalid("channel", Text.of("campaign.no-words")));
        return send(new CampaignTrial(
                text.channel(), text.language(), text.subject(), text.body(), test.customerId(), test.address()));
    }

    private Message message(CampaignTrial trial, String to) {
        NoticeChannel channel = checked(trial);
        Locale locale = WordRules.known(Objects.requireNonNullElse(trial.language(), ""));
        Words words = WordRules.checked(
                NoticeKind.CAMPAIGN,
                channel,
                0,
                Objects.requireNonNullElse(trial.subject(), ""),
                Objects.requireNonNullElse(trial.body(), ""));
        Map<String, String> values = NoticeValues.of(NoticeKind.CAMPAIGN, Map.of(), reader(trial, locale), locale);
        String subject = Wording.subject(words, values);
        String text = Placeholders.filled(words.body(), values);
        return new Message(
                Ids.next(),
                null,
                to,
                subject,
                text,
                channel == NoticeChannel.EMAIL ? LetterPage.of(subject, text, locale) : null,
                locale,
                Map.of("kind", NoticeKind.CAMPAIGN.code(), "name", values.getOrDefault("name", "")));
    }

    private NoticeValues.Reader reader(CampaignTrial trial, Locale locale) {
        UUID customer = trial.customerId();
        if (customer == null) {
            return readers().example(locale);
        }
        AllowedGuard.check(Callers.current(), Permission.CUSTOMER_READ);
        return readers().customer(customer);
    }

    private static NoticeChannel checked(CampaignTrial trial) {
        NoticeChannel channel = trial.channel();
        new Validation()
                .require("channel", channel)
                .require("language", trial.language())
                .done();
        return Objects.requireNonNull(channel);
    }

    private Readers readers() {
        return new Readers(Sql.in(database));
    }
}

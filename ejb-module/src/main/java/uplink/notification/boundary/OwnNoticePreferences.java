package uplink.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.ProfileChange;
import uplink.notification.boundary.NoticePreferencesChange.ChannelChange;
import uplink.notification.boundary.NoticePreferencesChange.TopicChange;
import uplink.notification.boundary.TopicPreference.ChannelPreference;
import uplink.notification.control.PreferenceRows;
import uplink.notification.control.PreferenceRows.Choice;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * What the signed-in customer wants to hear of, by which ways and when. Refused with {@code forbidden} for anyone who is
 * not a customer.
 */
@Stateless
@Allowed(Permission.SELF_READ)
public class OwnNoticePreferences {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Customers customers;

    @Inject
    private BusinessClock clock;

    public NoticePreferences get() {
        return of(Callers.current().requireCustomer());
    }

    /**
     * From now on, also for what waits already.
     *
     * @param version the one the change was made from; null: whatever it is
     * @param session the one that asks
     *     <p>Refusals: {@code validation}, also for switching off what is mandatory; {@code stale}
     */
    @Allowed(Permission.SELF_WRITE)
    public NoticePreferences set(NoticePreferencesChange wanted, @Nullable Integer version, UUID session) {
        UUID customer = Callers.current().requireCustomer();
        rows().lock(customer);
        PreferenceRows.Settings now = rows().settings(customer);
        if (version != null && version != now.version()) {
            throw BusinessException.stale();
        }
        Validation validation = new Validation();
        PreferenceRows.Settings settings = new PreferenceRows.Settings(
                quiet(wanted, validation),
                zone(wanted, validation),
                wanted.invoiceFile() == null ? now.invoiceFile() : wanted.invoiceFile(),
                now.version());
        List<Choice> choices = choices(customer, wanted, validation);
        validation.done();
        rows().keep(customer, settings, clock.instant());
        rows().choose(customer, choices);
        if (wanted.language() != null && !wanted.language().equals(rows().language(customer))) {
            customers.changeMe(new ProfileChange(null, wanted.language(), null), null, session);
        }
        return of(customer);
    }

    private NoticePreferences of(UUID customer) {
        PreferenceRows.Settings settings = rows().settings(customer);
        return new NoticePreferences(
                rows().language(customer),
                settings.zone(),
                settings.quiet(),
                rows().topics(customer),
                settings.invoiceFile(),
                settings.version());
    }

    private static @Nullable QuietTimes quiet(NoticePreferencesChange wanted, Validation validation) {
        QuietTimes quiet = wanted.quietHours();
        if (quiet == null) {
            return null;
        }
        validation.require("quietHours.from", quiet.from()).require("quietHours.to", quiet.to());
        validation.check(
                quiet.from() == null || !quiet.from().equals(quiet.to()),
                "quietHours.to",
                Text.of("notification.quiet.same"));
        return quiet;
    }

    private static @Nullable String zone(NoticePreferencesChange wanted, Validation validation) {
        String zone = validation.optional("timeZone", wanted.timeZone(), 60);
        if (zone == null) {
            return null;
        }
        try {
            validation.check(
                    ZoneId.getAvailableZoneIds().contains(ZoneId.of(zone).getId()),
                    "timeZone",
                    Text.of("notification.unknown-zone"));
        } catch (DateTimeException e) {
            validation.check(false, "timeZone", Text.of("notification.unknown-zone"));
        }
        return zone;
    }

    /** What differs in nothing from what is mandatory is no choice, and no mistake either. */
    private List<Choice> choices(UUID customer, NoticePreferencesChange wanted, Validation validation) {
        Map<String, ChannelPreference> ways = ways(customer);
        Map<String, Choice> choices = new HashMap<>();
        List<TopicChange> topics = wanted.topics() == null ? List.of() : wanted.topics();
        for (int i = 0; i < topics.size(); i++) {
            TopicChange topic = topics.get(i);
            validation.require("topics[" + i + "].topic", topic.topic());
            List<ChannelChange> channels = topic.channels() == null ? List.of() : topic.channels();
            for (int j = 0; topic.topic() != null && j < channels.size(); j++) {
                choose(
                        choices,
                        ways,
                        topic.topic(),
                        channels.get(j),
                        "topics[" + i + "].channels[" + j + "]",
                        validation);
            }
        }
        return new ArrayList<>(choices.values());
    }

    private static void choose(
            Map<String, Choice> choices,
            Map<String, ChannelPreference> ways,
            NoticeTopic topic,
            ChannelChange change,
            String field,
            Validation validation) {
        NoticeChannel channel = change.channel();
        validation.require(field + ".channel", channel);
        if (channel == null) {
            return;
        }
        String key = key(topic, channel);
        ChannelPreference way = ways.get(key);
        validation.check(way != null, field + ".channel", Text.of("notification.unknown-channel"));
        if (way != null && way.mandatory()) {
            validation.check(change.wanted(), field + ".wanted", Text.of("notification.mandatory"));
        } else {
            choices.put(key, new Choice(topic, channel, change.wanted()));
        }
    }

    private Map<String, ChannelPreference> ways(UUID customer) {
        Map<String, ChannelPreference> ways = new HashMap<>();
        rows().topics(customer)
                .forEach(topic -> topic.channels().forEach(way -> ways.put(key(topic.topic(), way.channel()), way)));
        return ways;
    }

    private static String key(NoticeTopic topic, NoticeChannel channel) {
        return topic.code() + " " + channel.code();
    }

    private PreferenceRows rows() {
        return new PreferenceRows(Sql.in(database));
    }
}

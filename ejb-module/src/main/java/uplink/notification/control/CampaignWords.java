package uplink.notification.control;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.Sql;

/** What campaigns say: table {@code campaign_texts}. Once a campaign is ordered its words do not change any more. */
public final class CampaignWords {

    private record Key(UUID campaign, ChannelKind channel, Locale locale) {}

    private final Sql sql;
    private final Map<Key, Optional<Words>> read = new HashMap<>();

    public CampaignWords(Sql sql) {
        this.sql = sql;
    }

    /** Empty when the message is not of a campaign. */
    public Optional<Words> of(Outgoing message, ChannelKind channel) {
        UUID campaign = message.campaign();
        return campaign == null
                ? Optional.empty()
                : read.computeIfAbsent(new Key(campaign, channel, message.locale()), this::read);
    }

    private Optional<Words> read(Key key) {
        return sql.first(
                "select subject, body from campaign_texts where campaign_id = ? and channel = ? and language = ?",
                row -> new Words(0, row.getString(1), row.getString(2)),
                key.campaign(),
                key.channel().code(),
                key.locale().getLanguage());
    }
}

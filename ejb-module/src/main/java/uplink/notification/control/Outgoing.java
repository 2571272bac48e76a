package uplink.notification.control;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.NoticeKind;

/**
 * A message whose turn it is, with all that is known of its reader at this moment.
 *
 * @param attempts this one included
 * @param campaign whose words it says; null: those of its kind
 * @param again somebody wants it to go out once more, at once
 * @param address null when the reader cannot be reached by this way, or not any more
 * @param allowed whether the reader has consented to it, where that is needed
 * @param wanted whether the reader wants to hear of such things by this way
 * @param quiet null when the reader may always be disturbed
 */
public record Outgoing(
        UUID id,
        UUID customerId,
        NoticeKind kind,
        @Nullable UUID campaign,
        int attempts,
        boolean again,
        Map<String, Object> data,
        NoticeValues.Reader reader,
        Locale locale,
        @Nullable String address,
        boolean allowed,
        boolean wanted,
        @Nullable QuietHours quiet) {

    public Outgoing {
        data = Map.copyOf(data);
    }

    /** The same in that language. */
    public Outgoing in(Locale language) {
        return new Outgoing(
                id,
                customerId,
                kind,
                campaign,
                attempts,
                again,
                data,
                reader,
                language,
                address,
                allowed,
                wanted,
                quiet);
    }

    /** Until when it has to wait, because its reader is not to be disturbed at that moment. */
    Optional<Instant> waitsTo(Instant at) {
        return quiet == null || again ? Optional.empty() : quiet.over(at);
    }
}

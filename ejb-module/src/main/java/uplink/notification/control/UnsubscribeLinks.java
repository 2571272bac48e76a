package uplink.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import uplink.notification.boundary.NoticeTopic;
import uplink.shared.Coded;
import uplink.shared.KeyVault;

/**
 * Links by which letters about a topic are stopped without a sign-in (RFC 8058). A link says whose and what, and proves
 * that it was made here; it does not end, for letters are opened years later.
 */
@ApplicationScoped
public class UnsubscribeLinks {

    /** What a link stops. */
    public record Stop(UUID customer, NoticeTopic topic) {}

    private static final String PURPOSE = "unsubscribe";
    private static final int PROOF_BYTES = 16;

    @Inject
    private KeyVault vault;

    protected UnsubscribeLinks() {}

    public UnsubscribeLinks(KeyVault vault) {
        this.vault = vault;
    }

    /** Empty for a topic that is mandatory. */
    public Optional<String> of(UUID customer, NoticeTopic topic) {
        return topic.isMandatory()
                ? Optional.empty()
                : Optional.of(
                        NoticeValues.CABINET + "/api/v1/notifications/unsubscribe?token=" + token(customer, topic));
    }

    /** Empty when it was not made here. */
    public Optional<Stop> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Stop stop = new Stop(UUID.fromString(parts[0]), Coded.of(NoticeTopic.class, parts[1]));
            boolean ours = MessageDigest.isEqual(
                    proof(stop.customer(), stop.topic()), Base64.getUrlDecoder().decode(parts[2]));
            return ours && !stop.topic().isMandatory() ? Optional.of(stop) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String token(UUID customer, NoticeTopic topic) {
        return customer + "." + topic.code() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(proof(customer, topic));
    }

    private byte[] proof(UUID customer, NoticeTopic topic) {
        return Arrays.copyOf(vault.authenticate(PURPOSE, customer + "." + topic.code()), PROOF_BYTES);
    }
}

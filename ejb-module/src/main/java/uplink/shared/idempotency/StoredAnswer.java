package uplink.shared.idempotency;

import java.util.Map;

/**
 * An answer as it was given the first time.
 *
 * @param headers those that belong to the answer itself: type, location, entity tag
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are the answer
public record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    public StoredAnswer {
        headers = Map.copyOf(headers);
    }
}

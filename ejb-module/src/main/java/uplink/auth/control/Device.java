package uplink.auth.control;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in or refreshes.
 *
 * @param info what the client calls itself
 * @param name the verified name of a known device; null when it is not known
 */
public record Device(@Nullable String info, String ip, @Nullable String name) {

    private static final int LONGEST = 200;

    public Device {
        info = info == null
                ? null
                : info.substring(0, Math.min(info.length(), LONGEST)).replace("\0", "");
    }

    /** The same in two requests that come from the same device, as far as can be known. */
    String fingerprint() {
        return (info == null ? "" : info) + "|" + (name == null ? "" : name);
    }
}

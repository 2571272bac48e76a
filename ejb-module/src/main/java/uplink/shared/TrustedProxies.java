package uplink.shared;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Proxies whose word about the client counts: {@code UPLINK_TRUSTED_PROXIES} lists their addresses, with commas. */
public final class TrustedProxies {

    private static final Set<String> ADDRESSES = Arrays.stream(
                    Settings.text("UPLINK_TRUSTED_PROXIES", "").split(",", -1))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private TrustedProxies() {}

    public static boolean contains(String address) {
        return ADDRESSES.contains(address);
    }
}

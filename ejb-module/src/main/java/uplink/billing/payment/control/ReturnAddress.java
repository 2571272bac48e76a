package uplink.billing.payment.control;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.Settings;
import uplink.shared.Text;

/**
 * Where a payer comes back to: an address of ours, or one whose origin the operator has allowed ({@code
 * UPLINK_RETURN_ORIGINS}: the mobile application's, say). Anything else would make us a signpost to strangers' pages.
 *
 * @param home of the cabinet
 * @param origins besides that one
 */
public record ReturnAddress(URI home, List<String> origins) {

    private static final int LONGEST = 1000;
    private static final String ID = "{id}";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** As configured. */
    public static ReturnAddress configured() {
        return of(
                Settings.text("UPLINK_PUBLIC_URL", "http://localhost:8080"),
                Settings.text("UPLINK_RETURN_ORIGINS", ""));
    }

    static ReturnAddress of(String publicUrl, String origins) {
        return new ReturnAddress(
                URI.create(publicUrl.replaceAll("/+$", "")),
                Arrays.stream(origins.split("[,\\s]+"))
                        .filter(origin -> !origin.isEmpty())
                        .map(origin -> origin(URI.create(origin)))
                        .toList());
    }

    /**
     * With the payment's id in place of <code>{id}</code>; the cabinet's own page when none is wanted. {@code
     * validation} for a stranger's.
     */
    public String of(@Nullable String wanted, UUID payment) {
        if (wanted == null) {
            return home + "/#/payments/" + payment;
        }
        String address = wanted.replace(ID, payment.toString());
        if (address.length() > LONGEST || !isAllowed(address)) {
            throw BusinessException.invalid("returnUrl", Text.of("payment.return-url"));
        }
        return address;
    }

    private boolean isAllowed(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getScheme() != null
                    && uri.getRawUserInfo() == null
                    && uri.getHost() != null
                    && (origin(uri).equals(origin(home)) || isHome(uri) || origins.contains(origin(uri)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** This machine has several names, and a demo is opened by any of them. */
    private boolean isHome(URI uri) {
        return THIS_MACHINE.contains(home.getHost())
                && THIS_MACHINE.contains(uri.getHost())
                && uri.getScheme().equalsIgnoreCase(home.getScheme())
                && port(uri) == port(home);
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port(uri);
    }

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}

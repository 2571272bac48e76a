package uplink.billing.terminal.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address, or a network of them, as people write it. No name is ever looked up. */
final class Network {

    private static final Pattern WRITTEN =
            Pattern.compile("((?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/([0-9]{1,3}))?");

    private Network() {}

    /** As PostgreSQL's {@code cidr} takes it; empty for what is none, or has bits set beyond its prefix. */
    static Optional<String> of(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(written.group(1)).getAddress();
            int length = written.group(2) == null ? address.length * 8 : Integer.parseInt(written.group(2));
            return length <= address.length * 8 && isWhole(address, length)
                    ? Optional.of(written.group(1) + "/" + length)
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(byte[] address, int length) {
        for (int bit = length; bit < address.length * 8; bit++) {
            if ((address[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}

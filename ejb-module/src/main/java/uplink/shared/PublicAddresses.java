package uplink.shared;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/**
 * Which addresses are on the public internet: whatever somebody else names as a target may be on no other (RFC 6890's
 * registries of special addresses, and those that lead to IPv4 from within IPv6).
 */
public final class PublicAddresses {

    private PublicAddresses() {}

    /** Whether the name has addresses, and all of them are public. */
    public static boolean areOf(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).allMatch(PublicAddresses::isPublic);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : address instanceof Inet6Address && isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        boolean documentation =
                first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
        return first != 0 && first < 240 && !shared && !protocol && !benchmark && !documentation;
    }

    /** Global unicast is 2000::/3; within it Teredo, 6to4, ORCHID and documentation are not what they seem. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        boolean special =
                first == 0x2001 && (second < 0x0200 || second == 0x0DB8) || first == 0x2002 || first == 0x3FFF;
        return (first & 0xE000) == 0x2000 && !special;
    }
}

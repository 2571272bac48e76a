package uplink.inventory.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uplink.inventory.boundary.DeviceRow;

/** What closing a stock-taking would do, in short: another word as soon as a device has moved, or is another one. */
final class Seen {

    private Seen() {}

    static String of(List<DeviceRow> missing, List<DeviceRow> brought) {
        String all = Stream.concat(
                        missing.stream().map(device -> "-" + device.id() + ":" + device.version()),
                        brought.stream().map(device -> "+" + device.id() + ":" + device.version()))
                .sorted()
                .collect(Collectors.joining(" "));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package uplink.inventory.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.NewDevice;
import uplink.shared.Macs;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What is on a device's label, as it is kept. */
public final class Serials {

    private static final Pattern SERIAL = Pattern.compile("[0-9A-Z][0-9A-Z ._/+:-]{0,63}");

    private Serials() {}

    /** The labels of a delivery, each error beside its line; one that comes twice is an error, too. */
    public static List<NewDevice> checked(List<NewDevice> labels, Validation validation) {
        List<NewDevice> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            String path = "devices[" + i + "].";
            NewDevice label = checked(path, labels.get(i), validation);
            String mac = label.mac();
            validation
                    .check(seen.add(Macs.key(label.serial())), path + "serial", Text.of("inventory.serial.twice"))
                    .check(
                            mac == null || mac.isEmpty() || seen.add("mac " + mac),
                            path + "mac",
                            Text.of("inventory.mac.twice"));
            kept.add(label);
        }
        return kept;
    }

    /** An error beside each line whose serial or MAC belongs to a device already. */
    public static Validation known(List<NewDevice> labels, Set<String> taken) {
        Validation known = new Validation();
        Text why = Text.of("inventory.device.known");
        for (int i = 0; i < labels.size(); i++) {
            NewDevice label = labels.get(i);
            String mac = label.mac();
            known.check(!taken.contains(Macs.key(label.serial())), "devices[" + i + "].serial", why)
                    .check(mac == null || !taken.contains(mac), "devices[" + i + "].mac", why);
        }
        return known;
    }

    /** @param path what stands before the fields' names */
    public static NewDevice checked(String path, @Nullable NewDevice label, Validation validation) {
        String typed = label == null || label.serial() == null ? "" : label.serial();
        String serial = Macs.latin(typed);
        validation.check(
                SERIAL.matcher(serial).matches(),
                path + "serial",
                Text.of(typed.isBlank() ? "shared.validation.required" : "inventory.serial"));
        String written = label == null ? null : label.mac();
        String mac = written == null || written.isBlank()
                ? null
                : Macs.normalized(written).orElse("");
        validation.check(mac == null || !mac.isEmpty(), path + "mac", Text.of("inventory.mac"));
        return new NewDevice(serial, mac);
    }
}

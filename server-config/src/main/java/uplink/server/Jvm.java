package uplink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Command lines of Java processes. */
final class Jvm {
    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The {@code --add-opens} and {@code --add-exports} that a jar asks for in its manifest when it is not run by {@code -jar}. */
    static List<String> openings(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            List<String> flags = new ArrayList<>();
            add(flags, "--add-opens", manifest.getValue("Add-Opens"));
            add(flags, "--add-exports", manifest.getValue("Add-Exports"));
            return flags;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<String> flags, String flag, @org.jspecify.annotations.Nullable String packages) {
        if (packages != null) {
            for (String name : packages.trim().split("\\s+")) {
                flags.add(flag + "=" + name + "=ALL-UNNAMED");
            }
        }
    }
}

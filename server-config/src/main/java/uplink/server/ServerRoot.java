package uplink.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The directory in which one application server runs: its configuration and what it unpacks. */
record ServerRoot(Layout layout, DataDirectory data) {
    private static final String VIRTUAL_SERVER =
            "network-listeners=\"http-listener, https-listener\"></virtual-server>";

    Path path() {
        return data.app();
    }

    Path logging() {
        return path().resolve("config/logging.properties");
    }

    /**
     * Makes the directory afresh: administration commands leave traces in its configuration, so each start begins with
     * a pristine copy. The jars stay where the build put them.
     */
    void prepare() {
        Path pristine = layout.runtime();
        try {
            Trees.delete(path());
            data.create();
            try (var parts = Files.list(pristine)) {
                parts.filter(part -> !part.endsWith("runtime") && !part.equals(layout.runtimeJar()))
                        .forEach(part -> Trees.copy(part, path().resolve(pristine.relativize(part))));
            }
            try (InputStream text = ServerRoot.class.getResourceAsStream("/uplink/server/logging.properties")) {
                Files.copy(Objects.requireNonNull(text), logging(), StandardCopyOption.REPLACE_EXISTING);
            }
            silenceErrorPages(path().resolve("config/domain.xml"));
        } catch (IOException e) {
            throw new StartFailure("The server's directory cannot be prepared: " + e.getMessage(), e);
        }
    }

    /**
     * An error that escapes the applications is an empty answer, not a page about the server and its stack. There is
     * no administration command for it: an empty value would remove the property.
     */
    private static void silenceErrorPages(Path configuration) throws IOException {
        String text = Files.readString(configuration);
        String silent = text.replace(
                VIRTUAL_SERVER, VIRTUAL_SERVER.replace("></", "><property name=\"errorReportValve\" value=\"\"/></"));
        if (silent.equals(text)) {
            throw new StartFailure("The server's configuration has another shape than this launcher knows.");
        }
        Files.writeString(configuration, silent);
    }
}

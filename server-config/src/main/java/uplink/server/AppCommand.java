package uplink.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The command line of the application server's process. */
record AppCommand(Layout layout, DataDirectory data, Environment environment, boolean fastStart) {

    List<String> words(ClassArchive archive) {
        List<String> command = new ArrayList<>(List.of(Jvm.java(), "-Xms128m", "-Xmx640m"));
        // a demo or a test is short: quick to warm up beats quick in the long run
        command.addAll(
                fastStart
                        ? List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                        : List.of("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=50"));
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Dfish.payara.micro.BootJar=" + layout.runtimeJar().toUri(),
                "-Dfish.payara.micro.UnpackDir=" + layout.runtime(),
                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tLZ %4$s [%3$s] %5$s%6$s%n"));
        command.addAll(Jvm.openings(layout.runtimeJar()));
        command.addAll(archive.flags());
        String more = environment.get("UPLINK_JVM_OPTS");
        if (more != null) {
            command.addAll(List.of(more.split("\\s+")));
        }
        command.addAll(List.of("-cp", layout.runtimeJar() + ":" + layout.launcher(), AppProcess.class.getName()));
        return command;
    }

    Path logging() {
        return root().resolve("config/logging.properties");
    }

    Path root() {
        return data.app();
    }

    /**
     * Makes the server's root afresh: administration commands leave traces in its configuration, so each start begins
     * with a pristine copy. The jars stay where the build put them.
     */
    void prepareRoot() {
        Trees.delete(root());
        Path pristine = layout.runtime();
        try {
            Files.createDirectories(root());
            try (var parts = Files.list(pristine)) {
                for (Path part : parts.toList()) {
                    Path copy = root().resolve(pristine.relativize(part));
                    if (!part.endsWith("runtime") && !part.equals(layout.runtimeJar())) {
                        Trees.copy(part, copy);
                    }
                }
            }
            try (InputStream logging = AppCommand.class.getResourceAsStream("/uplink/server/logging.properties")) {
                Files.copy(Objects.requireNonNull(logging), logging(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartFailure("The server's directory cannot be prepared: " + e.getMessage(), e);
        }
    }
}

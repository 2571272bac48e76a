package uplink.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the build put things.
 *
 * @param server {@code server-config/target/server}: launcher jar, libraries, flat runtime, resource adapter
 * @param application the EAR
 */
record Layout(Path server, Path application) {

    static Layout of(Path home) {
        return new Layout(home.resolve("server-config/target/server"), home.resolve("ear/target/uplink.ear"));
    }

    Path launcher() {
        return server.resolve("uplink-server.jar");
    }

    Path libraries() {
        return server.resolve("lib");
    }

    Path runtime() {
        return server.resolve("root");
    }

    Path runtimeJar() {
        return runtime().resolve("launch-micro.jar");
    }

    /** The archive that speeds up the application server's start. */
    ClassArchive serverClasses() {
        return ClassArchive.of(this, "server", List.of(runtimeJar(), launcher()));
    }

    Path adapter() {
        return server.resolve("artemis.rar");
    }

    /** Refuses when a part is missing, which only happens when somebody bypassed the {@code run} script. */
    void check() {
        try (Stream<Path> parts = Stream.of(launcher(), runtimeJar(), adapter(), application())) {
            parts.filter(part -> !Files.exists(part)).findFirst().ifPresent(part -> {
                throw new StartFailure("The build is incomplete: " + part + " is missing.");
            });
        }
    }

    /** The class path of the supervisor and the broker. */
    String classPath() {
        return launcher() + ":" + libraries() + "/*";
    }
}

package uplink.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A server that reads the jars of this build, for the {@code run} script: before it replaces them it names those who
 * use them. What keeps the jars in place is the script's lock; this is only its explanation.
 */
final class BuildUser {
    private BuildUser() {}

    /** Notes this process and its data directory until it ends. */
    static void register(Layout layout, DataDirectory data) {
        Path users = layout.server().resolve("users");
        try {
            Files.createDirectories(users);
            forgetTheDead(users);
            Path user = users.resolve(Long.toString(ProcessHandle.current().pid()));
            Files.writeString(user, data.path().toRealPath() + "\n");
            user.toFile().deleteOnExit();
        } catch (IOException e) {
            // the build may belong to somebody else, who then has to look for us in another way
            Say.progress("This server cannot be noted beside the build: " + e);
        }
    }

    private static void forgetTheDead(Path users) throws IOException {
        try (var files = Files.newDirectoryStream(users)) {
            for (Path file : files) {
                if (!Files.exists(Path.of("/proc").resolve(file.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

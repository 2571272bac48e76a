package uplink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Everything that a run keeps: {@code postgres}, {@code artemis}, {@code app}, {@code secrets}, {@code mail}, {@code state}, {@code logs}. */
record DataDirectory(Path path) {

    /** Creates what is missing; only the owner may look inside. */
    void create() {
        try {
            Files.createDirectories(path);
            for (Path part : List.of(secrets().directory(), state(), logs())) {
                if (!Files.exists(part)) {
                    Files.createDirectory(
                            part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                }
            }
        } catch (IOException e) {
            throw new StartFailure("The data directory " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Deletes what earlier runs made, and nothing else that somebody may have put there; the lock stays. */
    void empty() {
        for (String part : List.of("postgres", "artemis", "app", "secrets", "mail", "logs")) {
            Trees.delete(path.resolve(part));
        }
        try (var files = Files.list(state())) {
            files.filter(file -> !file.equals(lock())).forEach(Trees::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path artemis() {
        return path.resolve("artemis");
    }

    Path app() {
        return path.resolve("app");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path state() {
        return path.resolve("state");
    }

    Path lock() {
        return state().resolve("lock");
    }

    Secrets secrets() {
        return new Secrets(path.resolve("secrets"));
    }
}

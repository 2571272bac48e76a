package uplink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Everything that a run keeps: {@code postgres}, {@code artemis}, {@code app}, {@code secrets}, {@code mail}, {@code state}, {@code logs}. */
record DataDirectory(Path path) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Creates what is missing, for the owner only; refuses a directory that somebody else uses, see {@link Marker}. */
    void create() {
        Marker marker = new Marker(path);
        try {
            marker.check();
            makePrivate(path);
            makePrivate(state());
            marker.write();
            for (Path part : List.of(secrets().directory(), logs(), artemis(), app(), mail())) {
                makePrivate(part);
            }
        } catch (IOException e) {
            throw new StartFailure("The data directory " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Deletes what earlier runs made, and nothing else that somebody may have put there; lock and marker stay. */
    void empty() {
        for (String part : List.of("postgres", "postgres-unfinished", "artemis", "app", "secrets", "mail", "logs")) {
            Trees.delete(path.resolve(part));
        }
        Set<Path> kept = Set.of(lock(), new Marker(path).file());
        try (var files = Files.list(state())) {
            files.filter(file -> !kept.contains(file)).forEach(Trees::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory that only its owner may look into; one that was made with other rights before is closed, too. */
    private void makePrivate(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectories(directory, OWNER_ONLY);
        } else if (!directory.equals(path)) {
            Files.setPosixFilePermissions(directory, OWNER_ONLY.value());
        }
    }

    /** Whether that is where this directory really is, links followed. */
    boolean isAt(String realPath) {
        try {
            return path.toRealPath().toString().equals(realPath);
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

    /** What the application writes instead of sending it, where no mail server is set up. */
    Path mail() {
        return path.resolve("mail");
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

package uplink.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells a data directory of ours from every other one by the file {@code state/uplink}: a start deletes and replaces
 * parts of its directory, and what it may delete has to be its own.
 */
record Marker(Path directory) {
    private static final String STATE = "state";
    private static final String NAME = "uplink";

    /** Refuses a directory that has something in it that is not Uplink's. */
    void check() throws IOException {
        if (Files.exists(directory) && !Files.exists(file()) && !isUnused() && !isOlder()) {
            throw new StartFailure("The directory " + directory
                    + " is not empty and is not one of Uplink's: name an empty or a new one with --data.");
        }
    }

    /** Makes the directory ours; {@code state} is there already. */
    void write() throws IOException {
        if (!Files.exists(file())) {
            Files.writeString(file(), "Uplink keeps its data in this directory and deletes what it no longer needs.\n");
        }
    }

    Path file() {
        return directory.resolve(STATE).resolve(NAME);
    }

    /** Empty, as good as empty (a new file system has {@code lost+found}), or left by a run killed right here. */
    private boolean isUnused() throws IOException {
        Set<String> content = names(directory);
        content.remove("lost+found");
        return content.isEmpty()
                || (content.equals(Set.of(STATE)) && Set.of("lock").containsAll(names(directory.resolve(STATE))));
    }

    /** Made before there was a marker: every run chose a port for metrics and health and remembered it. */
    private boolean isOlder() {
        Path state = directory.resolve(STATE);
        return Files.isDirectory(directory.resolve("secrets"))
                && Files.exists(state.resolve("lock"))
                && new PropertyFile(state.resolve("ports")).get("management").isPresent();
    }

    private static Set<String> names(Path directory) throws IOException {
        Set<String> names = new HashSet<>();
        try (var files = Files.newDirectoryStream(directory)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }
}

package uplink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * The archive of parsed classes that saves a process a part of its start. {@link Prepare} has it written, beside the server that
 * was built; each start uses it. It belongs to one JVM and to jars that have not been touched since: the JVM ignores
 * it otherwise, so its name says the same.
 */
final class ClassArchive {
    private final Path archive;
    private final String family;
    private final boolean writing;

    private ClassArchive(Path archive, String family, boolean writing) {
        this.archive = archive;
        this.family = family;
        this.writing = writing;
    }

    /** The archive of the process of that name, which has these jars on its class path. */
    static ClassArchive of(Layout layout, String process, List<Path> jars) {
        StringBuilder key = new StringBuilder(System.getProperty("java.vm.version"));
        try {
            for (Path jar : jars) {
                key.append('|').append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        UUID name = UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8));
        String family = "classes-" + process + "-";
        return new ClassArchive(layout.server().resolve(family + name + ".jsa"), family, false);
    }

    /** The same archive, to be written by the process that gets these flags when it ends. */
    ClassArchive written() {
        return new ClassArchive(archive, family, true);
    }

    boolean exists() {
        return Files.exists(archive);
    }

    /** What the JVM is told. */
    List<String> flags() {
        if (writing) {
            return List.of("-XX:ArchiveClassesAtExit=" + unfinished(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        }
        return exists()
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                : List.of();
    }

    /** Puts what the ended process wrote in the place of the archives of earlier builds; says whether it wrote one. */
    boolean keep() throws IOException {
        if (!Files.exists(unfinished())) {
            return false;
        }
        try (var files = Files.list(archive.getParent())) {
            files.filter(file -> file.getFileName().toString().startsWith(family))
                    .filter(file -> !file.equals(unfinished()))
                    .forEach(Trees::delete);
        }
        Files.move(unfinished(), archive, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private Path unfinished() {
        return archive.resolveSibling(archive.getFileName() + ".unfinished");
    }
}

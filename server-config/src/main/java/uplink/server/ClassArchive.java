package uplink.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The archive of parsed classes that halves the server's start. The first server that ends in order writes it; it
 * belongs to one build of the server and one JVM, which its name says.
 */
final class ClassArchive {
    private final Path archive;
    private final Path unfinished;

    ClassArchive(Layout layout, DataDirectory data) {
        String build = BuildId.of(List.of(layout.runtimeJar(), layout.launcher()));
        String name =
                "classes-" + build + "-" + System.getProperty("java.vm.version").hashCode() + ".jsa";
        this.archive = layout.server().resolve(name);
        this.unfinished = data.state().resolve("classes.jsa");
        Trees.delete(unfinished);
    }

    /** Uses the archive, or asks for one to be written when there is none yet. */
    List<String> flags() {
        return Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                : List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Whether the server will write the archive when it ends, which takes it some 15 seconds once. */
    boolean isDue() {
        return !Files.exists(archive);
    }

    private void forgetOthers() throws IOException {
        try (var files = Files.list(archive.getParent())) {
            files.filter(file -> file.getFileName().toString().startsWith("classes-"))
                    .forEach(Trees::delete);
        }
    }

    /** Puts an archive that the ended server wrote in place. */
    void keep() {
        try {
            if (Files.exists(unfinished)) {
                forgetOthers();
                Path beside = Files.createTempFile(archive.getParent(), "classes-unfinished-", null);
                Files.move(unfinished, beside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(beside, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            Say.progress("The class archive was not kept: " + e.getMessage());
        }
    }
}

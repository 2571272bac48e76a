package uplink.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs, unpacked once beside the server from the archive on the class path. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The directory that has {@code bin/postgres}. */
    static Path unpacked(Path server) {
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (in == null) {
                throw new StartFailure("There is no embedded PostgreSQL for this machine (" + archive + "): set "
                        + DatabaseAccess.EXTERNAL + " to use a database of your own.");
            }
            Path directory = server.resolve("postgres-" + in.available() + "-" + archive.hashCode());
            if (!Files.exists(directory)) {
                unpack(in, directory);
            }
            return directory;
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL cannot be unpacked: " + e.getMessage(), e);
        }
    }

    static String archive(String system, String architecture) {
        String machine =
                switch (architecture.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> architecture;
                };
        return "postgres-" + system.toLowerCase(Locale.ROOT) + "-" + machine + ".txz";
    }

    /** Another run may do the same at the same time: each unpacks apart, and the first to finish wins. */
    private static void unpack(InputStream archive, Path directory) throws IOException {
        Path apart = Files.createTempDirectory(directory.normalize().getParent(), "postgres-unfinished-");
        Files.setPosixFilePermissions(apart, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = apart.resolve(entry.getName()).normalize();
                if (!file.startsWith(apart)) {
                    throw new IOException("unexpected path " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
        try {
            Files.move(apart, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(directory)) {
                throw e;
            }
            Trees.delete(apart);
        }
    }

    private static void write(InputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}

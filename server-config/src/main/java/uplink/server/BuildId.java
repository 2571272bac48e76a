package uplink.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names a build by the content of what it made: the same sources give the same name, see the parent POM. */
final class BuildId {
    private BuildId() {}

    static String of(Layout layout) {
        try (Stream<Path> libraries = Files.list(layout.libraries())) {
            Stream<Path> migrations =
                    libraries.filter(jar -> jar.getFileName().toString().startsWith("db-"));
            return of(Stream.concat(
                            Stream.of(layout.application(), layout.launcher(), layout.adapter()), migrations.sorted())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new StartFailure("The build cannot be read: " + e.getMessage(), e);
        }
    }
}

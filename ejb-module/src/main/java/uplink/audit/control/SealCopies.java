package uplink.audit.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import uplink.shared.Settings;

/**
 * The seals' numbers and hashes outside the database, a line each, a file a month: whoever rewrites the database, or cuts
 * off its end, does not rewrite these. The directory can be one that only grows ({@code UPLINK_AUDIT_DIR}).
 */
public final class SealCopies {

    /** A seal as it was when it was made. */
    public record Copy(long no, Instant at, String hash) {

        private String line() {
            return no + " " + at + " " + hash + "\n";
        }

        private static Optional<Copy> of(String line) {
            String[] parts = line.split(" ", -1);
            try {
                return parts.length == 3 && parts[2].length() == 64
                        ? Optional.of(new Copy(Long.parseLong(parts[0]), Instant.parse(parts[1]), parts[2]))
                        : Optional.empty(); // cut off when the machine stopped; it is written again
            } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int AT_ONCE = 1000;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);

    private final Path directory;

    public SealCopies(Path directory) {
        this.directory = directory;
    }

    public static SealCopies fromEnvironment() {
        Path data = Path.of(Settings.text("UPLINK_DATA", "data"));
        return new SealCopies(
                Path.of(Settings.text("UPLINK_AUDIT_DIR", data.resolve("audit").toString())));
    }

    /** Adds them at the end. */
    public void add(List<Copy> copies) {
        try {
            Files.createDirectories(directory, OWNER_ONLY);
            for (Copy copy : copies) {
                Path file = directory.resolve(MONTH.format(copy.at()) + ".seals");
                Files.writeString(
                        file,
                        (isCutOff(file) ? "\n" : "") + copy.line(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the machine stopped in the middle of its last line. */
    private static boolean isCutOff(Path file) throws IOException {
        try (SeekableByteChannel content = Files.newByteChannel(file)) {
            ByteBuffer end = ByteBuffer.allocate(1);
            content.position(Math.max(0, content.size() - 1));
            return content.read(end) == 1 && end.get(0) != '\n';
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** The greatest number there is; 0 when there is none. */
    public long last() {
        List<Path> files = files();
        for (int i = files.size() - 1; i >= 0; i--) {
            AtomicLong greatest = new AtomicLong();
            read(files.get(i), some -> some.forEach(copy -> greatest.accumulateAndGet(copy.no(), Math::max)));
            if (greatest.get() > 0) {
                return greatest.get();
            }
        }
        return 0;
    }

    /** The files, oldest first. */
    public List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".seals"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files with copies of seals that were made at that moment or later, oldest first. */
    List<Path> files(Instant since) {
        return files().stream()
                .filter(file -> file.getFileName().toString().compareTo(MONTH.format(since)) >= 0)
                .toList();
    }

    /** Hands over what one of them holds, a thousand at a time. */
    public void read(Path file, Consumer<List<Copy>> reader) {
        List<Copy> some = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Copy.of(line).ifPresent(some::add);
                if (some.size() == AT_ONCE) {
                    reader.accept(List.copyOf(some));
                    some.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!some.isEmpty()) {
            reader.accept(some);
        }
    }
}

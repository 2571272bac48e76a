package uplink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Generated passwords and keys: one file each, readable by the owner only, made once and kept. */
record Secrets(Path directory) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SEED_LETTERS = 32;

    /** A random password of 160 bits, in hexadecimal so that it needs quoting nowhere. */
    String password(String name) {
        return keep(name, () -> HexFormat.of().formatHex(random(20)));
    }

    /** A random password of 64 bits that a person can type. */
    String shortPassword(String name) {
        return keep(name, () -> HexFormat.of().formatHex(random(8)));
    }

    /** A random key of 256 bits in base 64. */
    String key(String name) {
        return keep(name, () -> Base64.getEncoder().encodeToString(random(32)));
    }

    /** A random seed of 160 bits for an authenticator app, in base 32. */
    String seed(String name) {
        return keep(name, () -> RANDOM.ints(SEED_LETTERS, 0, BASE32.length())
                .mapToObj(letter -> BASE32.substring(letter, letter + 1))
                .collect(Collectors.joining()));
    }

    Optional<String> find(String name) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String value = Files.readString(file).trim();
            if (value.isEmpty()) {
                // a new one would not open what the old one closed
                throw new StartFailure(
                        "The secret in " + file + " is lost, its file is empty: restore it from a backup.");
            }
            return Optional.of(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String keep(String name, Supplier<String> generator) {
        return find(name).orElseGet(() -> store(name, generator.get()));
    }

    private String store(String name, String value) {
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            // written under another name first, and down to the disk: neither a run killed right here nor a power
            // cut may leave an empty secret
            Path unfinished = directory.resolve(name + ".new");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, owner);
            Files.writeString(unfinished, value, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            force(directory);
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new name is on the disk when its directory is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}

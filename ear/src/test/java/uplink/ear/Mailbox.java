package uplink.ear;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that the system under test has written, as files. */
public final class Mailbox {

    private static final Pattern LINK = Pattern.compile("(https?://\\S+?)\\?token=([A-Za-z0-9_-]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;

    public Mailbox(LiveUplink uplink) {
        directory = uplink.data().resolve("mail");
    }

    /** The token in the newest mail of that kind to that address; waits for it. */
    public String token(String template, String address) {
        return link(template, address).group(2);
    }

    /** Where the newest mail of that kind leads. */
    public String address(String template, String address) {
        return link(template, address).group(1);
    }

    /** Waits for a mail of that kind to that address. */
    public String text(String template, String address) {
        AtomicReference<String> found = new AtomicReference<>("");
        Waiting.until("a mail " + template + " to " + address, PATIENCE, () -> {
            newest(template, address).ifPresent(found::set);
            return !found.get().isEmpty();
        });
        return found.get();
    }

    /** How many there are, of all kinds, to that address. */
    public long count(String address) {
        return files().stream().filter(file -> isTo(read(file), address)).count();
    }

    private Matcher link(String template, String address) {
        Matcher link = LINK.matcher(text(template, address));
        if (!link.find()) {
            throw new AssertionError("no link in the mail " + template);
        }
        return link;
    }

    private Optional<String> newest(String template, String address) {
        return files().stream()
                .filter(file -> file.getFileName().toString().contains("-" + template + "-"))
                .sorted(Comparator.reverseOrder())
                .map(Mailbox::read)
                .filter(mail -> isTo(mail, address))
                .findFirst();
    }

    private List<Path> files() {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTo(String mail, String address) {
        return mail.contains("<" + address + ">");
    }

    /** Long lines are broken by quoted-printable; Russian text stays encoded, links do not. */
    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String raw = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int body = raw.indexOf("\r\n\r\n");
            boolean base64 = raw.toLowerCase(java.util.Locale.ROOT).contains("content-transfer-encoding: base64");
            return base64
                    ? raw.substring(0, body)
                            + new String(
                                    java.util.Base64.getMimeDecoder()
                                            .decode(raw.substring(body).strip()),
                                    StandardCharsets.UTF_8)
                    : raw.replace("=\r\n", "").replace("=3D", "=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

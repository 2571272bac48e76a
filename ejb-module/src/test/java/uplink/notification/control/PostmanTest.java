package uplink.notification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.auth.boundary.AccountMails.AccountMail;
import uplink.notification.control.Postman.UndeliverableException;

/** Letters on their way: to a real SMTP server, to files, and what happens when nobody takes them. */
class PostmanTest {

    @TempDir
    private Path directory;

    private final UUID id = UUID.randomUUID();

    @Test
    void aServerGetsTheLetter() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("uplink", "pass/word");
        server.start();
        try {
            String url =
                    "smtp://uplink:pass%2Fword@127.0.0.1:" + server.getSmtp().getPort();
            postman(url).deliver(letter("reset", "anna@example.org", "Анна"));
            MimeMessage received = server.getReceivedMessages()[0];
            assertEquals("Новый пароль", received.getSubject());
            assertEquals("<" + id + "@example.net>", received.getMessageID());
            assertEquals("auto-generated", received.getHeader("Auto-Submitted", null));
            assertTrue(received.getContent().toString().contains("https://uplink.example/reset?token=T0KEN"));
            assertTrue(received.getContent().toString().contains("30 мин"));
        } finally {
            server.stop();
        }
    }

    @Test
    void withoutAServerItIsAFileForItsOwnerOnly() throws Exception {
        Path mail = directory.resolve("mail");
        new Postman(MailSettings.of("", "", mail)).deliver(letter("unlock", "anna@example.org", "Анна"));
        try (Stream<Path> files = Files.list(mail)) {
            List<Path> letters = files.toList();
            assertEquals(1, letters.size());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(letters.get(0))));
            try (InputStream file = Files.newInputStream(letters.get(0))) {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), file);
                assertEquals("Слишком много попыток входа", message.getSubject());
                assertTrue(message.getContent().toString().contains("https://uplink.example/reset?token=T0KEN"));
            }
        }
    }

    @Test
    void lettersInFilesGoWithTheOneTheyWereWrittenTo() throws Exception {
        Path mail = directory.resolve("mail");
        Postman postman = new Postman(MailSettings.of("", "", mail));
        postman.forget(Set.of("anna@example.org"));
        postman.deliver(letter("unlock", "Anna@example.org", "Анна"));
        postman.deliver(letter("reset", "joanna@example.org", "Жоанна"));
        postman.forget(Set.of("anna@example.org"));
        try (Stream<Path> files = Files.list(mail)) {
            List<Path> letters = files.toList();
            assertEquals(1, letters.size());
            assertTrue(letters.get(0).toString().contains("reset"), letters.toString());
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() {
        UndeliverableException failure = assertThrows(UndeliverableException.class, () -> postman("smtp://127.0.0.1:1")
                .deliver(letter("reset", "anna@example.org", "Анна")));
        assertFalse(failure.isForGood());
        assertFalse(failure.getMessage().contains("T0KEN"), "what goes into the log has no link in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no address", "a@b@c", "a@b,victim@example.org"})
    void anAddressThatIsNoneIsNotTriedAgain(String address) {
        UndeliverableException failure = assertThrows(UndeliverableException.class, () -> postman("smtp://127.0.0.1:1")
                .deliver(letter("reset", address, "Анна")));
        assertTrue(failure.isForGood());
    }

    @Test
    void aNameCannotAddHeadersOrLines() throws Exception {
        Path mail = directory.resolve("mail");
        new Postman(MailSettings.of("", "", mail))
                .deliver(letter("reset", "anna@example.org", "Anna\r\nBcc: all@example.org\r\n\r\nClick here"));
        try (Stream<Path> files = Files.list(mail)) {
            try (InputStream file = Files.newInputStream(files.findFirst().orElseThrow())) {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), file);
                assertEquals(null, message.getHeader("Bcc"));
                assertTrue(message.getContent().toString().lines().noneMatch(line -> line.startsWith("Click here")));
            }
        }
    }

    @Test
    void everyLetterHasWordsInBothLanguages() {
        for (String template : List.of(
                "confirm",
                "account-exists",
                "reset",
                "unlock",
                "session-ended",
                "password-changed",
                "mfa-enabled",
                "mfa-disabled",
                "new-device")) {
            for (Locale locale : List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH)) {
                Letter letter = Letter.of(id, new AccountMail(template, "a@example.org", "A", locale, null, 0));
                assertFalse(letter.subject().startsWith("mail."), template + " " + locale);
                assertFalse(letter.body().contains("mail."), template + " " + locale);
            }
        }
    }

    @Test
    void aPasswordNeverTravelsInTheClear() {
        Properties away = MailSettings.of("smtp://u:p@192.0.2.1", "", directory).properties();
        assertEquals("true", away.getProperty("mail.smtp.starttls.required"));
        assertEquals("587", away.getProperty("mail.smtp.port"));
        assertEquals("5000", away.getProperty("mail.smtp.connectiontimeout"));
        assertEquals("10000", away.getProperty("mail.smtp.timeout"));
        Properties encrypted =
                MailSettings.of("smtps://u:p@192.0.2.1", "", directory).properties();
        assertEquals("465", encrypted.getProperty("mail.smtps.port"));
        assertEquals("true", encrypted.getProperty("mail.smtps.ssl.checkserveridentity"));
        assertThrows(IllegalArgumentException.class, () -> MailSettings.of("http://mail", "", directory));
    }

    private Letter letter(String template, String address, String name) {
        return Letter.of(
                id,
                new AccountMail(
                        template,
                        address,
                        name,
                        Locale.forLanguageTag("ru"),
                        "https://uplink.example/reset?token=T0KEN",
                        30));
    }

    private Postman postman(String url) {
        return new Postman(MailSettings.of(url, "noreply@example.net", directory));
    }
}

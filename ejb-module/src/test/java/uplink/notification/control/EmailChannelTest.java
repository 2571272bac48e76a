package uplink.notification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.EmailChannel;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;

/** Letters by SMTP: what arrives at a real server, and what a refusal means. */
class EmailChannelTest {

    @TempDir
    private Path directory;

    private final UUID id = UUID.randomUUID();

    @Test
    void aLetterIsTextAndPageWithAWayToStopIt() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            EmailChannel channel = channel(server.getSmtp().getPort());
            assertTrue(channel.isConfigured());
            String stop = "https://uplink.example/api/v1/notifications/unsubscribe?token=t";
            assertEquals(new Outcome.Sent("<" + id + "@example.net>"), channel.send(message(stop)));
            MimeMessage received = server.getReceivedMessages()[0];
            assertEquals("Счёт 7", received.getSubject());
            assertEquals("<" + id + "@example.net>", received.getMessageID());
            assertEquals("<" + stop + ">", received.getHeader("List-Unsubscribe", null));
            assertEquals("List-Unsubscribe=One-Click", received.getHeader("List-Unsubscribe-Post", null));
            MimeMultipart both = (MimeMultipart) received.getContent();
            assertTrue(received.getContentType().startsWith("multipart/alternative"));
            assertTrue(both.getBodyPart(0).isMimeType("text/plain"));
            assertEquals(
                    "Здравствуйте, Анна!",
                    both.getBodyPart(0).getContent().toString().strip());
            assertTrue(both.getBodyPart(1).isMimeType("text/html"), "the best one last");
            assertTrue(both.getBodyPart(1).getContent().toString().contains("<p"));
            channel.send(message(null));
            assertNull(server.getReceivedMessages()[1].getHeader("List-Unsubscribe"), "what is mandatory");
        } finally {
            server.stop();
        }
    }

    @Test
    void withoutAServerThereIsNoSuchChannel() {
        assertFalse(
                new EmailChannel(new Postman(MailSettings.of("", "", directory)), new InvoiceLetters()).isConfigured());
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <anna@example.org>: Recipient address rejected: User unknown, Gone",
        "550 5.2.1 The email account is disabled, Gone",
        "550 5.7.1 You look like a spammer, Refused",
        "550 rejected, Refused",
        "450 4.2.0 Greylisted, Later",
        "452 4.2.2 Mailbox full, Later",
    })
    void aRefusalMeansWhatTheServerSaysOfTheAddress(String answer, String meaning) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> refuse(socket, answer));
            server.start();
            Outcome outcome = channel(socket.getLocalPort()).send(message(null));
            assertEquals(meaning, outcome.getClass().getSimpleName(), outcome.toString());
            server.join(5000);
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() {
        assertInstanceOf(Outcome.Later.class, channel(1).send(message(null)));
    }

    private static void refuse(ServerSocket socket, String answer) {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                Writer out = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII)) {
            say(out, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(out, line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    private EmailChannel channel(int port) {
        return Letters.by(port, directory, new InvoiceLetters());
    }

    private Message message(@Nullable String unsubscribe) {
        Map<String, String> data = unsubscribe == null
                ? Map.of("kind", "invoice-issued", "name", "Анна")
                : Map.of("kind", "invoice-issued", "name", "Анна", "unsubscribe", unsubscribe);
        String text = "Здравствуйте, Анна!";
        Locale russian = Locale.forLanguageTag("ru");
        return new Message(
                id, null, "anna@example.org", "Счёт 7", text, LetterPage.of("Счёт 7", text, russian), russian, data);
    }

    @Test
    void itIsTheChannelOfLetters() {
        assertEquals(ChannelKind.EMAIL, channel(1).kind());
    }
}

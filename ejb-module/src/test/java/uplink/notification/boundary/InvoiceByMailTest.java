package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uplink.document.boundary.Documents;
import uplink.document.boundary.Paper;
import uplink.document.boundary.Papers;
import uplink.notification.control.Breaker;
import uplink.notification.control.Channels;
import uplink.notification.control.Dispatcher;
import uplink.notification.control.InvoiceLetters;
import uplink.notification.control.Letters;
import uplink.notification.control.MessageQueue;
import uplink.notification.control.UnsubscribeLinks;
import uplink.notification.control.channel.EmailChannel;
import uplink.shared.Event;
import uplink.shared.TestVault;
import uplink.testing.Boundaries;
import uplink.testing.Database;
import uplink.testing.Provider;
import uplink.testing.TestClock;

/** Letters about invoices, for those who want the invoice with them: what a mail server gets. */
class InvoiceByMailTest {

    private static final Locale RU = Locale.forLanguageTag("ru");

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock("Europe/Moscow", "2026-12-02T12:00:00");
    private final Provider provider = new Provider();
    private final Boundaries boundaries = new Boundaries(LocalDate.of(2026, 12, 2));
    private final Documents documents = boundaries.get(Documents.class);
    private final InvoiceFileJob job = boundaries.injected(new InvoiceFileJob());
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final UUID customer = provider.customer();
    private final UUID invoice = Papers.invoice(provider.sql, customer, "invoice", "650.00");

    @BeforeAll
    static void alone() {
        Database.isolate();
    }

    @AfterAll
    static void back() {
        Database.rejoin();
    }

    @BeforeEach
    void begin() {
        server.start();
        provider.sql.update("delete from messages");
        provider.sql.update("update customers set email = 'anna@example.org' where id = ?", customer);
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
        boundaries.close();
    }

    @Test
    void theLetterWaitsForTheInvoiceAndCarriesTheFileThatIsKept() throws Exception {
        want(true);
        tell(invoice);
        send();
        assertEquals(0, server.getReceivedMessages().length, "it waits");
        job.run(Instant.now());
        send();
        BodyPart file = only("multipart/mixed").getBodyPart(1);
        assertTrue(file.isMimeType("application/pdf"), file.getContentType());
        Paper kept = documents.ofInvoice(invoice, RU);
        assertEquals(kept.name(), file.getFileName());
        byte[] received = file.getInputStream().readAllBytes();
        assertEquals(
                kept.sha256(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(received)));
        assertEquals(
                1,
                provider.sql.number(
                        "select count(*) from documents where invoice_id = ? and sha256 = ?", invoice, kept.sha256()));
        MimeMultipart words =
                (MimeMultipart) only("multipart/mixed").getBodyPart(0).getContent();
        assertTrue(words.getBodyPart(0).getContent().toString().contains("Выставлен счёт"));
        assertTrue(words.getBodyPart(1).isMimeType("text/html"));
        assertEquals(1, provider.sql.number("select count(*) from messages where status = 'sent' and attempts = 1"));
    }

    @Test
    void whoDoesNotWantItGetsTheLetterAtOnceAndNothingIsPrinted() throws Exception {
        tell(invoice);
        send();
        only("multipart/alternative");
        job.run(Instant.now());
        assertEquals(0, provider.sql.number("select count(*) from documents where invoice_id = ?", invoice));
    }

    @Test
    void whatTheCustomerWantsWhenItGoesOutCounts() throws Exception {
        want(true);
        tell(invoice);
        job.run(Instant.now());
        want(false);
        send();
        MimeMultipart words = only("multipart/alternative");
        assertTrue(!words.getBodyPart(0).getContent().toString().contains("Приложить"), "it was not promised any more");
    }

    @Test
    void anInvoiceThatCannotBePrintedDoesNotHoldUpItsLetter() throws Exception {
        want(true);
        tell(UUID.randomUUID());
        job.run(Instant.now());
        send();
        MimeMultipart words = only("multipart/alternative");
        for (int i = 0; i < 2; i++) {
            assertTrue(words.getBodyPart(i)
                    .getContent()
                    .toString()
                    .contains("Приложить счёт файлом не удалось. Он есть среди документов"));
        }
    }

    @Test
    void aLetterWhoseFileNobodyMakesGoesAfterADay() throws Exception {
        want(true);
        tell(invoice);
        long waits = provider.sql.number(
                "select extract(epoch from next_at - now())::integer from messages where awaits_file");
        assertTrue(Math.abs(waits - 86_400) < 300, waits + " s");
        provider.sql.update("update messages set next_at = now() - interval '1 second'");
        send();
        only("multipart/alternative");
        job.run(Instant.now());
        assertEquals(0, provider.sql.number("select count(*) from messages where status = 'waiting'"));
    }

    @Test
    void noFileIsMadeForALetterThatIsTooOldToSend() throws Exception {
        want(true);
        tell(invoice, Instant.parse("2026-01-01T09:00:00Z"));
        job.run(Instant.now());
        send();
        assertEquals(0, server.getReceivedMessages().length);
        assertEquals(0, provider.sql.number("select count(*) from documents where invoice_id = ?", invoice));
        assertEquals(
                1, provider.sql.number("select count(*) from messages where status = 'too-old' and not awaits_file"));
    }

    @Test
    void nothingIsMadeWhileALetterGoesOutAndNothingLargeGoesWithIt() {
        assertTrue(documents.findMade(invoice, RU, 1_000_000).isEmpty());
        Paper kept = documents.ofInvoice(invoice, RU);
        assertArrayEquals(
                kept.pdf(),
                documents.findMade(invoice, RU, kept.pdf().length).orElseThrow().pdf());
        assertTrue(documents.findMade(invoice, RU, kept.pdf().length - 1L).isEmpty());
        assertTrue(documents.findMade(invoice, Locale.ENGLISH, 1_000_000).isEmpty(), "the language of the letter");
    }

    private void want(boolean wanted) {
        boundaries.run(() -> boundaries.get(InvoiceEnclosures.class).want(customer, wanted));
    }

    private void tell(UUID about) {
        tell(about, clock.instant());
    }

    private void tell(UUID about, Instant at) {
        EmailChannel channel = channel();
        Map<String, Object> data = Map.of(
                "invoiceId",
                about.toString(),
                "customerId",
                customer.toString(),
                "number",
                Papers.number(invoice),
                "amount",
                "650.00",
                "currency",
                "RUB",
                "dueDate",
                "2026-12-20");
        new NotificationEvents(Database.app(), new Channels(List.of(channel)), clock)
                .on(Event.of("billing.invoice.created", "/billing", about, data, at));
    }

    private void send() {
        MessageQueue queue = new MessageQueue(Database.app());
        UnsubscribeLinks links = new UnsubscribeLinks(TestVault.make());
        new Dispatcher(Database.app(), queue, new Breaker(Database.app()), links, channel(), clock).run(100);
    }

    private EmailChannel channel() {
        return Letters.by(server.getSmtp().getPort(), directory, boundaries.get(InvoiceLetters.class));
    }

    private MimeMultipart only(String type) throws MessagingException, IOException {
        MimeMessage[] received = server.getReceivedMessages();
        assertEquals(1, received.length);
        assertTrue(received[0].getContentType().startsWith(type), received[0].getContentType());
        return (MimeMultipart) received[0].getContent();
    }
}

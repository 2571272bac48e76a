package uplink.notification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.testing.Database;

/** Letters that come back to a real mailbox. */
class BounceBoxTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser box;
    private UUID customer;
    private UUID letter;

    @BeforeEach
    void sent() {
        server.start();
        box = server.setUser("bounces@example.net", "bounces", "pass/word");
        customer = Ids.next();
        letter = Ids.next();
        Sql owner = Sql.in(Database.owner());
        owner.update(
                """
                insert into customers (id, kind, full_name, contract_number, email, currency, created_at, updated_at)
                values (?, 'person', 'Ёлкин', ?, 'anna@example.org', 'RUB', now(), now())""",
                customer,
                customer.toString());
        UUID notice = Ids.next();
        owner.update(
                """
                insert into notifications (id, customer_id, kind, event_id, data, created_at)
                values (?, ?, 'welcome', ?, '{}', now())""",
                notice,
                customer,
                Ids.next());
        owner.update(
                """
                insert into messages (id, notice_id, customer_id, topic, channel, status, created_at, sent_at, sent_to, reference)
                values (?, ?, ?, 'services', 'email', 'sent', now(), now(), 'anna@example.org', ?)""",
                letter,
                notice,
                customer,
                "<" + letter + "@example.net>");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whoDoesNotExistIsWrittenDownAndLeftAlone() throws Exception {
        come(report("failed", "5.1.1", letter));
        read();
        assertEquals("dead", status());
        assertEquals(1, buried());
        assertEquals(0, left(), "the report is done with");
    }

    @Test
    void aFullMailboxIsNoReasonToGiveUpTheAddress() throws Exception {
        come(report("failed", "5.2.2", letter));
        read();
        assertEquals("dead", status());
        assertEquals(0, buried());
    }

    @Test
    void whatIsLateOnlyOrSomebodyElsesOrNoReportIsLeftForPeople() throws Exception {
        come(report("delayed", "4.4.1", letter));
        come(report("failed", "5.1.1", Ids.next()));
        come("Subject: I am on holiday\r\nContent-Type: text/plain\r\n\r\nBack in June, Message-ID: <" + letter
                + "@example.net>");
        come("Subject: broken\r\nContent-Type: multipart/report; boundary=b\r\n\r\nno parts at all");
        read();
        read();
        assertEquals("sent", status());
        assertEquals(4, left());
    }

    @Test
    void aMailboxThatIsNotThereHarmsNothing() {
        new BounceBox(BounceSettings.of("imap://u:p@127.0.0.1:1/INBOX"), new Reports(Database.app())).read();
        new BounceBox(BounceSettings.of(""), new Reports(Database.app())).read();
        assertThrows(IllegalArgumentException.class, () -> BounceSettings.of("pop3://u:p@host"));
        assertThrows(IllegalArgumentException.class, () -> BounceSettings.of("imaps://host"));
    }

    private void read() {
        String url = "imap://bounces:pass%2Fword@127.0.0.1:" + server.getImap().getPort() + "/INBOX";
        new BounceBox(BounceSettings.of(url), new Reports(Database.app())).read();
    }

    private void come(String mail) throws Exception {
        box.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private static String report(String action, String status, UUID of) {
        return String.join(
                "\r\n",
                "From: MAILER-DAEMON@mx.example.org",
                "Subject: Undelivered Mail Returned to Sender",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "I am sorry. Message-ID: <something@else>",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example.org",
                "",
                "Final-Recipient: rfc822; anna@example.org",
                "Action: " + action,
                "Status: " + status,
                "Diagnostic-Code: smtp; 550 " + status + " no",
                "",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "From: noreply@example.net",
                "Message-ID: <" + of + "@example.net>",
                "Subject: x",
                "",
                "--b--",
                "");
    }

    private String status() {
        return Sql.in(Database.app())
                .first("select status from messages where id = ?", row -> row.getString(1), letter)
                .orElseThrow();
    }

    private long buried() {
        return Sql.in(Database.app())
                .number(
                        "select count(*) from dead_addresses where customer_id = ? and address = 'anna@example.org'",
                        customer);
    }

    private int left() {
        return server.getReceivedMessages().length;
    }
}

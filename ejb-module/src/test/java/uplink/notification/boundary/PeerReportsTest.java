package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.notification.control.MessageLog;
import uplink.notification.control.Reports;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Outcome;
import uplink.testing.Database;

/** What a peer tells later of what it was handed. */
class PeerReportsTest extends MessageFlowCases {

    @Test
    void whatAPeerReportsLaterIsWrittenDownOnce() {
        overdue();
        run(sms);
        run(mail);
        Reports reports = new Reports(Database.app());
        String reference = "ref-" + sms.only().id();
        reports.arrived(ChannelKind.EMAIL, reference, true, null);
        reports.arrived(ChannelKind.SMS, "nobody's", true, null);
        assertEquals(0, count("status = 'delivered'"));
        reports.arrived(ChannelKind.SMS, reference, true, null);
        reports.arrived(ChannelKind.SMS, reference, false, "a repetition");
        assertEquals(1, count("channel = 'sms' and status = 'delivered'"));
        reports.arrived(ChannelKind.EMAIL, "ref-" + mail.only().id(), false, "mailbox full");
        assertEquals(1, count("channel = 'email' and status = 'dead' and failure = 'mailbox full'"));
    }

    @Test
    void aReportThatIsQuickerThanOurNoteOfTheAnswerCountsToo() {
        Reports reports = new Reports(Database.app());
        Map<Integer, Boolean> delivered = Map.of(1, true, 2, false);
        sms.answer = message -> {
            int no = sms.got.size();
            reports.arrived(ChannelKind.SMS, "early-" + no, delivered.get(no), "ABSENT");
            reports.arrived(ChannelKind.SMS, "early-" + no, !delivered.get(no), "a repetition");
            return new Outcome.Sent("early-" + no);
        };
        overdue();
        overdue();
        run(sms);
        assertEquals(1, count("channel = 'sms' and status = 'delivered' and failure is null"));
        assertEquals(1, count("channel = 'sms' and status = 'dead' and failure = 'ABSENT' and sent_at is not null"));
        UUID first = sql().first(
                        "select id from messages where reference = 'early-1'", row -> row.getObject(1, UUID.class))
                .orElseThrow();
        assertEquals(
                List.of("sent", "delivered"),
                new MessageLog(sql())
                        .attempts(first).stream().map(DeliveryAttempt::outcome).toList());
        reports.arrived(ChannelKind.SMS, "early-1", false, "late");
        assertEquals(1, count("channel = 'sms' and status = 'delivered'"));
        assertEquals(0, sql().number("select count(*) from early_reports"), "nothing is left over");
    }

    @Test
    void aReportAndTheNoteOfTheAnswerThatComeAtOnceMeet() throws Exception {
        Reports reports = new Reports(Database.app());
        sms.answer = message -> new Outcome.Sent("race-" + message.id());
        for (int i = 0; i < 20; i++) {
            overdue();
        }
        List<UUID> ids = sql().list(
                        "select id from messages where channel = 'sms' order by next_at",
                        row -> row.getObject(1, UUID.class));
        Thread gateway =
                new Thread(() -> ids.forEach(id -> reports.arrived(ChannelKind.SMS, "race-" + id, true, null)));
        gateway.start();
        run(sms);
        gateway.join();
        assertEquals(20, count("channel = 'sms' and status = 'delivered'"));
    }

    @Test
    void whatNobodyWaitsForIsForgottenAfterADay() {
        Reports reports = new Reports(Database.app());
        reports.arrived(ChannelKind.SMS, "others-1", true, null);
        reports.arrived(ChannelKind.EMAIL, "<others@example.org>", false, "no such mailbox");
        assertEquals(
                1, sql().number("select count(*) from early_reports"), "a letter of ours has a name before it goes");
        sql().update("update early_reports set at = at - interval '25 hours'");
        reports.arrived(ChannelKind.SMS, "others-2", true, null);
        assertEquals(List.of("others-2"), sql().list("select reference from early_reports", row -> row.getString(1)));
    }
}

package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.notification.control.MessageLog;

/** What a consumer hears of late is listed, and nobody is written to about it. */
class OldNewsTest extends MessageFlowCases {

    @Test
    void whatHappenedMoreThanAWeekAgoIsListedAndNotSent() {
        Instant week = clock.at("2026-06-01T12:00:00").instant().minus(Duration.ofDays(7));
        consumer.onAll(List.of(
                overdue(week.minusSeconds(1)), // mandatory, by letter and SMS
                overdue(week)));
        assertEquals(
                2,
                sql().number("select count(*) from notifications where customer_id = ?", customer),
                "both are listed");
        assertEquals(
                List.of("email", "sms"),
                sql().list(
                                """
                                select m.channel from messages m join notifications n on n.id = m.notice_id
                                where m.status = 'too-old' and n.created_at < ? order by m.channel""",
                                row -> row.getString(1),
                                week));
        run(mail);
        run(sms);
        assertEquals(1, mail.got.size());
        assertEquals(1, sms.got.size());
        assertEquals(
                2,
                new MessageLog(sql())
                        .ofCustomer(customer, 0, 20).stream()
                                .filter(row -> row.status() == MessageStatus.TOO_OLD)
                                .count(),
                "the log says why");
    }

    @Test
    void nothingIsOldThatIsNotByBusinessTimeAndByTheMachines() {
        clock.at("2020-01-10T12:00:00"); // behind the machine
        overdue();
        clock.at("2090-01-10T12:00:00"); // ahead of it
        consumer.on(overdue(Instant.now()));
        assertEquals(4, count("status = 'waiting'"));
    }

    @Test
    void whatWasTooOldIsSentWhenSomebodyWantsIt() {
        clock.at("2026-06-01T12:00:00");
        consumer.on(overdue(clock.instant().minus(Duration.ofDays(8))));
        MessageLog log = new MessageLog(sql());
        UUID old = log.ofCustomer(customer, 0, 20).stream()
                .filter(row -> row.channel() == NoticeChannel.EMAIL)
                .findFirst()
                .orElseThrow()
                .id();
        assertFalse(log.replay(old), "not with those that were given up");
        assertTrue(log.resend(old).isPresent());
        run(mail);
        assertEquals(1, mail.got.size());
    }
}

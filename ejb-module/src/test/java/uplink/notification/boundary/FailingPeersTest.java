package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.notification.control.MessageLog;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Outcome;
import uplink.shared.Sql;
import uplink.testing.Database;

/** What becomes of messages when peers, addresses or nodes fail. */
class FailingPeersTest extends MessageFlowCases {

    @Test
    void whatWasTakenAndNotFinishedGoesOutAgainOnlyAfterItsLeaseAndUnderTheSameId() {
        invoice();
        UUID taken = queue.take(ChannelKind.EMAIL, 10, ZoneOffset.UTC).get(0).id(); // and the node dies
        run(mail);
        assertEquals(List.of(), mail.got);
        assertTrue(next().isAfter(Instant.now().plusSeconds(200)), "who took it has a head start");
        makeDue();
        run(mail);
        run(mail);
        assertEquals(taken, mail.only().id(), "a peer that knows ids recognises it");
    }

    @Test
    void aPeerThatFailsIsTriedAgainLaterAndLater() {
        invoice();
        mail.answer = message -> new Outcome.Later("no answer");
        for (long seconds : new long[] {15, 30, 60, 120}) {
            run(mail);
            long waits = Duration.between(Instant.now(), next()).toSeconds();
            assertTrue(Math.abs(waits - seconds) <= 2, waits + " s instead of " + seconds);
            makeDue();
        }
        assertEquals(
                4,
                sql().number(
                                "select count(*) from delivery_attempts where outcome = 'later' and detail = 'no answer'"));
    }

    @Test
    void aPeerThatIsDownRestsAndCostsNoMessageItsAttempts() {
        for (int i = 0; i < 12; i++) {
            invoice();
        }
        mail.answer = message -> new Outcome.Later("connection refused");
        run(mail);
        assertEquals(5, mail.got.size(), "after five failures in a row nothing is tried");
        assertEquals(7, count("status = 'waiting' and attempts = 0 and next_at <= now()"));
        run(mail);
        assertEquals(5, mail.got.size());
        overdue();
        run(sms);
        assertEquals(1, sms.got.size(), "the others go on");
        sql().update("update channel_states set rests_to = now() - interval '1 second'");
        run(mail);
        assertEquals(6, mail.got.size(), "one tries whether it is back");
        assertTrue(
                sql().number("select extract(epoch from rests_to - now())::integer from channel_states") > 50,
                "and then it rests longer");
        mail.answer = message -> new Outcome.Sent(null);
        sql().update("update channel_states set rests_to = now() - interval '1 second'");
        makeDue();
        run(mail);
        assertEquals(0, sql().number("select count(*) from channel_states"));
        assertEquals(13, count("channel = 'email' and status = 'sent'"));
    }

    @Test
    void whatIsGivenUpIsParkedAndSentAgainWhenSomebodyWantsIt() {
        invoice();
        sql().update("update messages set attempts = 29");
        mail.answer = message -> new Outcome.Later("no answer");
        run(mail);
        assertEquals(1, count("status = 'dead' and failure = 'no answer' and next_at is null"));
        makeDue();
        run(mail);
        assertEquals(1, mail.got.size());
        MessageLog log = new MessageLog(sql());
        assertEquals(1, log.countDead(ChannelKind.EMAIL));
        assertEquals(0, log.countDead(ChannelKind.SMS));
        UUID dead = log.dead(null, 0, 20).get(0).id();
        mail.answer = message -> new Outcome.Sent("r1");
        assertTrue(log.replay(dead));
        assertFalse(log.replay(dead), "once");
        run(mail);
        assertEquals(1, count("status = 'sent' and reference = 'r1'"));
        assertEquals(
                List.of("later", "sent"),
                log.attempts(dead).stream().map(DeliveryAttempt::outcome).toList());
    }

    @Test
    void aMessageThatCannotBePutIntoWordsHoldsUpNoOther() {
        consumer.on(event(customer, "billing.payment.succeeded", Map.of("amount", "five", "currency", "RUB")));
        invoice();
        run(mail);
        assertEquals("Счёт 000000007", mail.only().subject());
        assertEquals(1, count("status = 'dead'"));
    }

    @Test
    void aPeerThatThrowsHarmsOneMessage() {
        invoice();
        invoice();
        mail.answer = message -> {
            if (mail.got.size() == 1) {
                throw new IllegalStateException("a mistake of ours");
            }
            return new Outcome.Sent(null);
        };
        run(mail);
        assertEquals(1, count("status = 'dead'"));
        assertEquals(1, count("status = 'sent'"));
    }

    @Test
    void anAddressThatIsNoMoreIsLeftAloneUntilThereIsAnother() {
        invoice();
        mail.answer = message -> new Outcome.Gone("550 5.1.1 no such mailbox");
        run(mail);
        assertEquals(1, count("status = 'dead'"));
        invoice();
        assertEquals(1, count("true"), "nothing is written to it any more");
        Sql.in(Database.owner()).update("update customers set email = 'other@example.org' where id = ?", customer);
        mail.answer = message -> new Outcome.Sent(null);
        invoice();
        run(mail);
        assertEquals(1, count("status = 'sent' and sent_to = 'other@example.org'"));
    }
}

package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.notification.control.Channels;
import uplink.notification.control.channel.Channel;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.FieldError;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;
import uplink.testing.Database;

/** Words that people make: in versions, checked when they are saved, tried out before. */
class MessageTemplatesTest {

    private static final NoticeKind KIND = NoticeKind.PAYMENT_RECEIVED;

    private final List<Message> sent = new ArrayList<>();
    private Outcome answer = new Outcome.Sent(null);
    private Boundaries boundaries;
    private MessageTemplates templates;

    @BeforeEach
    void isolate() {
        Database.isolate();
        boundaries = new Boundaries(LocalDate.of(2026, 12, 1)).with(Channels.class, new Channels(List.of(new Mail())));
        templates = boundaries.get(MessageTemplates.class);
    }

    @AfterEach
    void rejoin() throws Exception {
        boundaries.close();
        Database.rejoin();
    }

    private final class Mail implements Channel {
        @Override
        public ChannelKind kind() {
            return ChannelKind.EMAIL;
        }

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public Outcome send(Message message) {
            sent.add(message);
            return answer;
        }
    }

    @Test
    void theReleaseSpeaksUntilSomebodyElseDoes() {
        MessageTemplate released = call(() -> templates.get(KIND, NoticeChannel.SMS, "ru"));
        assertEquals(0, released.no());
        assertEquals("Платёж {amount} зачислен. Спасибо!", released.body());
        assertEquals(1, call(() -> templates.save(sms(0, "Спасибо за {amount}"))));
        assertEquals(2, call(() -> templates.save(sms(1, "Спасибо, {name}"))));
        assertEquals(
                "Спасибо, {name}",
                call(() -> templates.get(KIND, NoticeChannel.SMS, "ru")).body());
        assertEquals(
                0, call(() -> templates.get(KIND, NoticeChannel.SMS, "en")).no(), "the other language is as it was");
        assertEquals(
                List.of(2, 1),
                call(() -> templates.history(KIND, NoticeChannel.SMS, "ru")).stream()
                        .map(MessageTemplateVersion::no)
                        .toList());
        assertEquals(
                "Спасибо за {amount}",
                call(() -> templates.getVersion(KIND, NoticeChannel.SMS, "ru", 1))
                        .body());
        assertEquals(
                ProblemType.STALE,
                assertThrows(BusinessException.class, () -> call(() -> templates.save(sms(1, "Я тоже"))))
                        .type());
        assertEquals(
                NoticeKind.values().length - 1,
                call(() -> templates.list(NoticeChannel.SMS, "ru")).size(),
                "a campaign has its own words");
    }

    @Test
    void namesThatThereAreNotAreRefusedAtTheirField() {
        assertEquals(List.of("body"), refused(sms(0, "До {dueDate}")));
        assertEquals(List.of("body"), refused(sms(0, " ")));
        assertEquals(
                List.of("subject", "body"),
                refused(new MessageTemplate(KIND, NoticeChannel.EMAIL, "ru", 0, "{x}", "{y}")));
        assertEquals(
                List.of("subject"), refused(new MessageTemplate(KIND, NoticeChannel.EMAIL, "ru", 0, "", "{amount}")));
        assertEquals(
                List.of("subject"), refused(new MessageTemplate(KIND, NoticeChannel.SMS, "ru", 0, "Тема", "{amount}")));
    }

    @Test
    void aPreviewIsWhatAnExampleWouldGet() {
        MessagePreview letter = call(() -> templates.preview(new MessageTemplate(
                KIND, NoticeChannel.EMAIL, "en", 0, "Got {amount}", "Dear {name}\n\n<b>{amount}</b>")));
        assertEquals("Got ₽1,650.00", letter.subject());
        assertEquals("Dear Anna Sokolova\n\n<b>₽1,650.00</b>", letter.text());
        assertTrue(String.valueOf(letter.html()).contains("&lt;b&gt;₽1,650.00&lt;/b&gt;"), letter.html());
        assertEquals(0, letter.parts());
        assertEquals(2, call(() -> templates.preview(sms(0, "я".repeat(100)))).parts());
    }

    @Test
    void aTestGoesOutAtOnceAndTellsWhatThePeerSays() {
        MessageTemplate letter = new MessageTemplate(KIND, NoticeChannel.EMAIL, "ru", 0, "Платёж", "{amount}");
        run(() -> templates.test(letter, " me@example.org "));
        assertEquals("me@example.org", sent.get(0).to());
        answer = new Outcome.Refused("550 no");
        BusinessException refusal =
                assertThrows(BusinessException.class, () -> run(() -> templates.test(letter, "me@example.org")));
        assertEquals(ProblemType.INVALID_STATE, refusal.type());
        assertTrue(refusal.getMessage().contains("550 no"));
        assertThrows(BusinessException.class, () -> run(() -> templates.test(letter, "a@b, c@d")));
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(BusinessException.class, () -> run(() -> templates.test(sms(0, "x"), "+79990000001")))
                        .type(),
                "there is no peer");
        assertEquals(2, sent.size());
    }

    private List<String> refused(MessageTemplate wanted) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> call(() -> templates.save(wanted)));
        assertEquals(ProblemType.VALIDATION, refusal.type());
        return refusal.errors().stream().map(FieldError::field).toList();
    }

    private static MessageTemplate sms(int no, String body) {
        return new MessageTemplate(KIND, NoticeChannel.SMS, "ru", no, "", body);
    }

    private <T> T call(Supplier<T> work) {
        return Callers.as(
                new Caller(null, null, "test", Set.of(Permission.MESSAGE_WRITE)), () -> boundaries.call(work));
    }

    private void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}

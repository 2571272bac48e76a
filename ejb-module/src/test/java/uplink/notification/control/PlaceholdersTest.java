package uplink.notification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.control.channel.ChannelKind;

/** Words with names in braces: whatever a customer is called, and whatever a template says, nothing is run. */
class PlaceholdersTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{amount}",
                "${7*7}",
                "#{7*7}",
                "<#assign x=\"freemarker.template.utility.Execute\"?new()>${x(\"id\")}",
                "{{constructor.constructor('alert(1)')()}}",
                "{0} %s $1 \\1",
                "<script>alert(1)</script>"
            })
    void whatIsPutInIsNeverReadAgain(String name) {
        String filled = Placeholders.filled("Hello {name}, {amount}", Map.of("name", name, "amount", "5"));
        assertEquals("Hello " + name + ", 5", filled);
        String page = LetterPage.of(name, filled, Locale.ENGLISH);
        assertFalse(page.contains("<script>"), page);
        assertFalse(page.contains("<#assign"), page);
    }

    @Test
    void aNameCannotBeginALine() {
        Map<String, String> values = NoticeValues.of(
                NoticeKind.WELCOME,
                Map.of("contractNumber", "1\r\nBcc: all@example.org"),
                new NoticeValues.Reader("Anna\r\n\r\nClick here\u2028now", "7"),
                Locale.ENGLISH);
        assertEquals("Anna Click here now", values.get("name"));
        assertEquals("1 Bcc: all@example.org", values.get("contractNumber"));
    }

    @Test
    void wordsThatNameWhatThereIsNotAreRefused() {
        List<String> names = NoticeValues.names(NoticeKind.INVOICE_ISSUED);
        assertTrue(Placeholders.complaint("{number} {amount} {dueDate} {name} {contract} {cabinet}", names)
                .isEmpty());
        for (String wrong :
                List.of("{balance}", "{}", "{ number }", "{number", "number}", "{{number}}", "{number.class}", "}{")) {
            assertTrue(Placeholders.complaint(wrong, names).isPresent(), wrong);
        }
    }

    @Test
    void theReleaseHasWordsForEveryKindWayAndLanguageAndTheyNameOnlyWhatThereIs() {
        for (NoticeKind kind :
                Stream.of(NoticeKind.values()).filter(NoticeKind::isTemplated).toList()) {
            for (ChannelKind channel : ChannelKind.values()) {
                for (Locale language : LANGUAGES) {
                    Words words = ReleasedWords.of(kind, channel, language);
                    String what = kind + " " + channel + " " + language;
                    assertFalse(words.body().isBlank(), what);
                    assertEquals(
                            channel == ChannelKind.EMAIL || channel == ChannelKind.PUSH,
                            !words.subject().isEmpty(),
                            what);
                    List<String> names = NoticeValues.names(kind);
                    assertTrue(Placeholders.complaint(words.subject(), names).isEmpty(), what);
                    assertTrue(Placeholders.complaint(words.body(), names).isEmpty(), what);
                    Map<String, String> example =
                            NoticeValues.of(kind, Example.DATA, Example.reader(language), language);
                    kind.names().forEach(name -> assertFalse(example.get(name).isEmpty(), what + " " + name));
                    if (channel == ChannelKind.SMS) {
                        String text = Placeholders.filled(words.body(), example);
                        assertTrue(SmsParts.of(text) <= 2, what + ": " + text);
                    }
                }
            }
        }
    }

    @Test
    void aShortMessageIsCountedAsItIsSent() {
        assertEquals(1, SmsParts.of("a".repeat(160)));
        assertEquals(2, SmsParts.of("a".repeat(161)));
        assertEquals(2, SmsParts.of("a".repeat(306)));
        assertEquals(3, SmsParts.of("a".repeat(307)));
        assertEquals(1, SmsParts.of("я".repeat(70)));
        assertEquals(2, SmsParts.of("я".repeat(71)));
        assertEquals(2, SmsParts.of("я".repeat(134)));
        assertEquals(3, SmsParts.of("я".repeat(135)));
        assertEquals(2, SmsParts.of("€".repeat(81)), "the euro takes two places");
    }
}

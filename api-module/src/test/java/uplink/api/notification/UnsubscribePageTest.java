package uplink.api.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uplink.notification.boundary.NoticeTopic;

/** What people see who open the link of a letter. */
class UnsubscribePageTest {

    private static final Locale RU = Locale.forLanguageTag("ru");

    @Test
    void thePolicyKnowsTheStyleThatIsOnThePageAndNothingElseIsOnIt() throws Exception {
        String page = UnsubscribePage.question(NoticeTopic.INVOICES, Locale.ENGLISH);
        Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(page);
        assertTrue(style.find());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertTrue(
                UnsubscribePage.POLICY.contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"));
        assertFalse(UnsubscribePage.POLICY.contains("unsafe"));
        assertFalse(page.contains("<script") || page.contains("style=") || page.contains("http"), page);
    }

    @Test
    void theQuestionHasOneFormThatPostsToWhereItCameFrom() {
        String page = UnsubscribePage.question(NoticeTopic.INVOICES, RU);
        assertTrue(page.contains("<form method=\"post\">"), page);
        assertEquals(2, page.split("<button", -1).length);
        assertTrue(page.contains("lang=\"ru\"") && page.contains("писем на тему: счета."), page);
    }

    @Test
    void theAnswerAndTheRefusalHaveNothingToPress() {
        assertFalse(UnsubscribePage.answer(NoticeTopic.OUTAGES, Locale.ENGLISH).contains("<form"));
        assertTrue(UnsubscribePage.answer(NoticeTopic.OUTAGES, Locale.ENGLISH).contains("about: outages."));
        assertFalse(UnsubscribePage.refusal(RU).contains("<form"));
        assertTrue(UnsubscribePage.refusal(Locale.ENGLISH).contains("lang=\"en\""));
    }

    @ParameterizedTest
    @EnumSource(NoticeTopic.class)
    void everyTopicHasItsName(NoticeTopic topic) {
        for (Locale reader : new Locale[] {RU, Locale.ENGLISH}) {
            assertFalse(UnsubscribePage.question(topic, reader).contains("notification."), topic.code());
        }
    }
}

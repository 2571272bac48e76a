package uplink.api.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uplink.billing.terminal.boundary.TerminalAnswer;
import uplink.billing.terminal.boundary.TerminalResult;
import uplink.shared.Text;

class TerminalXmlTest {

    @Test
    void aTakenPaymentIsToldInTheOrderOfTheProtocol() {
        TerminalAnswer taken = new TerminalAnswer("77", 2016L, new BigDecimal("10.50"), "RUB", TerminalResult.OK, null);
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><response><osmp_txn_id>77</osmp_txn_id>"
                        + "<prv_txn>2016</prv_txn><sum>10.50</sum><ccy>RUB</ccy><result>0</result></response>",
                TerminalXml.of(taken, Locale.ENGLISH));
    }

    @Test
    void wordsAreWordsAndNoMarkup() {
        TerminalAnswer refused = TerminalAnswer.of(null, TerminalResult.NO_SUCH_ACCOUNT, Text.of("<&\">"));
        String xml = TerminalXml.of(refused, Locale.forLanguageTag("ru"));
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><response><result>5</result>"
                        + "<comment>&lt;&amp;\"&gt;</comment></response>",
                xml);
        assertFalse(xml.contains("osmp_txn_id"));
    }
}

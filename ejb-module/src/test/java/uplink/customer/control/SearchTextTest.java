package uplink.customer.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void eachWordMustBeFoundWhereverItStands() {
        assertEquals(List.of(List.of("%елкин%"), List.of("%лесная%")), SearchText.words(" Ёлкин,  ЛЕСНАЯ "));
        assertEquals(List.of(), SearchText.words("  "));
        assertEquals(List.of(), SearchText.words(null));
    }

    /** Two signs have no trigram: they would read the whole table. */
    @Test
    void whatIsShortMustBeginAWord() {
        assertEquals(List.of(List.of("%лесная%"), List.of("5%", "% 5%")), SearchText.words("лесная 5"));
        assertEquals(List.of(List.of("ив%", "% ив%")), SearchText.words("Ив"));
    }

    @Test
    void aTelephoneNumberIsItsDigitsHoweverItIsWritten() {
        assertEquals(List.of(List.of("%79161234567%", "%+7 (916) 123-45-67%")), SearchText.words("+7 (916) 123-45-67"));
        assertEquals(List.of(List.of("%89161234567%")), SearchText.words("89161234567"));
    }

    @Test
    void aContractNumberWithDashesIsFoundAsItIsWritten() {
        assertEquals(List.of(List.of("%7712345%", "%77-12345%")), SearchText.words("77-12345"));
    }

    @Test
    void whatLooksLikeAMacMayBeAContractNumber() {
        assertEquals(List.of(List.of("%123456%", "%1234.56%")), SearchText.words("1234.56"));
        assertEquals(List.of(List.of("%77123456%", "%77-12-34-56%")), SearchText.words("77-12-34-56"));
        assertEquals(List.of(List.of("%a42bb0%", "%a4:2b:b0%")), SearchText.words("A4:2B:B0"));
    }

    @Test
    void signsWithAMeaningAreLookedForThemselves() {
        assertEquals(List.of(List.of("%100\\%\\_\\\\%")), SearchText.words("100%_\\"));
    }
}

package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first page shows each what concerns them. */
class HomeTest {

    /** "There are no runs" would be untrue for those who are only not shown them. */
    @ParameterizedTest
    @CsvSource({"tech@demo.uplink,0", "accountant@demo.uplink,1"})
    void runsAreForThoseWhoMaySeeThem(String email, int cards) {
        try (Console console = new Console("en", ColorScheme.LIGHT, 1440)) {
            assertThat(console.signIn(email).open("/").page().locator("#runs")).hasCount(cards);
            console.look("home-" + email.replaceAll("@.*", ""));
            assertEquals(List.of(), console.complaints());
        }
    }
}

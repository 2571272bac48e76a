package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uplink.ear.DemoStaff;
import uplink.ear.LiveUplink;

/** The API's documentation in a browser: one signs in there and tries an operation, under the strict policy. */
class DocsTest {

    private final LiveUplink uplink = LiveUplink.shared();

    @Test
    void anOperationIsTriedWithAToken() {
        try (Chromium chromium = new Chromium("en", ColorScheme.LIGHT, 1440)) {
            Page page = chromium.page();
            page.navigate(uplink.url() + "/api/docs/");
            page.locator(".btn.authorize").first().click();
            page.locator(".dialog-ux input[type=text], .dialog-ux input[type=password]")
                    .first()
                    .fill(token());
            page.locator(".dialog-ux .btn.authorize").first().click();
            page.locator(".dialog-ux .btn-done").first().click();
            Locator operation = page.locator("[id='operations-Sign-in-listSessions']");
            operation.locator(".opblock-summary").click();
            operation.locator(".try-out__btn").click();
            operation.locator(".execute").click();
            assertThat(operation
                            .locator(".live-responses-table .response-col_status")
                            .nth(1))
                    .containsText("200");
            assertEquals(List.of(), chromium.complaints());
        }
    }

    private String token() {
        Matcher token = Pattern.compile("\"accessToken\":\"([^\"]+)\"")
                .matcher(DemoStaff.signIn(uplink, "admin@demo.uplink").body());
        assertTrue(token.find());
        return token.group(1);
    }
}

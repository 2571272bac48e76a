package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.ear.LiveUplink;
import uplink.ear.People;

/** A technician declares an outage; the customer's page and the cabinet tell of it until service is back. */
class NetworkOutageTest {

    private static final String CUSTOMER = "customer1@demo.uplink";
    private static final String ADDRESS =
            """
            select concat_ws(', ', a.city, a.street, a.house) from customers c join users u on u.id = c.user_id
            join subscriptions s on s.customer_id = c.id and s.status = 'active'
            join contracts k on k.id = s.contract_id join addresses a on a.id = k.address_id
            where u.email = 'customer1@demo.uplink' order by s.id limit 1""";

    @ParameterizedTest
    @CsvSource({"ru,LIGHT,1440", "en,DARK,900"})
    void anOutageIsDeclaredToldAndEnded(String language, ColorScheme colors, int width) {
        String address = People.value(LiveUplink.shared(), ADDRESS);
        String reason = language.equals("ru") ? "Обрыв кабеля на трассе" : "A cable is cut";
        try (Console console = new Console(language, colors, width);
                Cabinet cabinet = new Cabinet(language, colors, width)) {
            Page page = console.signIn("tech@demo.uplink").open("/outage-edit").page();
            page.locator("[id='outage:places']").fill(", Мира");
            page.locator("[id='outage:reasonRu']").fill("Обрыв кабеля на трассе");
            page.locator("[id='outage:reasonEn']").fill("A cable is cut");
            page.locator("[id='outage:save']").click();
            assertThat(page.locator(".field:has([id='outage:places']) .ui-message-error"))
                    .isVisible();
            console.look("outage-refused");
            page.locator("[id='outage:places']").fill(address + "\n" + address + "-777");
            page.locator("[id='outage:look']").click();
            assertThat(page.locator("#shown dd")).hasCount(2);
            assertThat(page.locator("#shown dd").last()).hasText("0");
            page.locator("[id='outage:expectedEnd_input']")
                    .fill(language.equals("ru") ? "31.12.2030 18:30" : "31 Dec 2030 18:30");
            page.locator("[id='outage:reasonRu']").click();
            console.look("outage-counted");
            page.locator("[id='outage:save']").click();
            assertThat(page.locator(".field:has([id='outage:expectedEnd']) .ui-message-error"))
                    .isVisible();
            page.locator("[id='outage:expectedEnd_input']").fill("");
            page.locator("[id='outage:save']").click();
            page.waitForURL(Pattern.compile(".*/outage\\?id=.*"));
            String outage = page.url();
            assertThat(page.locator("h1 .badge.bad")).isVisible();
            console.look("outage");

            page.locator("[id='affected:rows'] tbody a").first().click();
            page.waitForURL(Pattern.compile(".*/customer\\?id=.*"));
            assertThat(page.locator(".note.bad")).containsText(reason);
            console.look("customer-outage");
            cabinet.open("").signIn(CUSTOMER, LiveUplink.DEMO_PASSWORD);
            assertThat(cabinet.page().locator("#outage")).containsText(reason);
            cabinet.look("outage");

            page.navigate(outage);
            page.locator("[id='course:end']").click();
            page.waitForResponse(
                    answer -> answer.request().isNavigationRequest() && answer.status() == 200,
                    () -> page.locator(".ui-confirmdialog-yes").click());
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.locator("[id='course:end']")).hasCount(0);
            cabinet.page().reload();
            cabinet.page().locator("#balance").waitFor();
            assertThat(cabinet.page().locator("#outage")).hasCount(0);
            console.open("/outages").look("outages");
            assertEquals(List.of(), console.complaints());
            assertEquals(List.of(), cabinet.complaints());
        }
    }
}

package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A call becomes a customer: the operator at the console, the technician with a telephone. */
class ConnectingTest {

    private static final String CREW = "Бригада 1";
    private static final String HOURS = "18:30";

    private final String name = "Звонков " + UUID.randomUUID();

    @Test
    void aCallBecomesACustomerByClicks() throws IOException {
        try (Console desk = new Console("ru", ColorScheme.LIGHT, 1440);
                Console phone = new Console("en", ColorScheme.DARK, 360)) {
            desk.signIn("operator@demo.uplink");
            plan(desk);
            String application = call(desk);
            String visit = appoint(desk);
            phone.signIn("tech@demo.uplink").open(visit);
            work(phone);
            complete(phone);
            Page page = desk.open(application).page();
            page.locator("a[href*='/customer?id=']").click();
            page.waitForURL(Pattern.compile(".*/customer\\?id=.*"));
            assertThat(page.locator("main")).containsText(name);
            assertThat(page.locator("main .badge.good").first()).isVisible();
            assertEquals(List.of(), desk.complaints());
            assertEquals(List.of(), phone.complaints());
        }
    }

    /** On the first day of next week. */
    private static void plan(Console desk) {
        Page page = desk.open("/crew-calendar").page();
        page.locator("a[href*='crew-calendar?from=']").last().click();
        page.waitForURL(Pattern.compile(".*from=.*"));
        String monday = page.locator("table.calendar thead th div").first().textContent();
        page.locator("[id='plan:crewId']")
                .selectOption(page.locator("[id='plan:crewId'] option")
                        .filter(new Locator.FilterOptions().setHasText(CREW))
                        .getAttribute("value"));
        page.locator("[id='plan:from_input']").fill(monday);
        page.locator("[id='plan:from_input']").press("Tab");
        page.locator("[id='plan:starts']").fill("19:30");
        page.locator("[id='plan:ends']").fill(HOURS);
        page.locator("[id='plan:go']").click();
        assertThat(page.locator("[id='plan'] .ui-message-error").first()).isVisible();
        desk.look("crew-calendar-refused");
        page.locator("[id='plan:starts']").fill(HOURS);
        page.locator("[id='plan:ends']").fill("19:30");
        page.locator("[id='plan:go']").click();
        assertThat(page.locator(".shift").filter(new Locator.FilterOptions().setHasText(HOURS)))
                .hasCount(1);
    }

    /** Answers the application's page. */
    private String call(Console desk) {
        Page page = desk.open("/application-edit").page();
        page.locator("[id='application:contactName']").fill(name);
        page.locator("[id='application:phone']").fill("+7 900 555-66-77");
        page.locator("[id='application:address']").fill("Светлогорск, проспект Мира, 48, кв. 3");
        page.locator("[id='application:save']").click();
        assertThat(page.locator("[id='application'] .ui-message-error").first()).isVisible();
        desk.look("application-edit-refused");
        page.locator("[id='application:consent']").check();
        page.locator("[id='application:save']").click();
        page.waitForURL(Pattern.compile(".*/application\\?id=.*"));
        assertThat(page.locator("#technologies tbody tr").first()).containsText("GPON");
        assertThat(page.locator("[id='acceptForm:city']")).hasValue("Светлогорск");
        assertThat(page.locator("[id='acceptForm:house']")).hasValue(Pattern.compile(".*48"));
        desk.look("application");
        return page.url().replaceFirst(".*/admin", "");
    }

    /** Answers the visit's page. */
    private static String appoint(Console desk) {
        Page page = desk.page();
        page.locator("[id='acceptForm:flat']").fill("3");
        page.locator("[id='acceptForm:tariffId']")
                .selectOption(page.locator("[id='acceptForm:tariffId'] option")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Домашний")))
                        .first()
                        .getAttribute("value"));
        page.locator("[id='acceptForm:go']").click();
        Locator slot = page.locator("[id='scheduleForm:shiftId'] option")
                .filter(new Locator.FilterOptions().setHasText(HOURS));
        assertThat(slot).hasCount(1);
        desk.look("application-feasible");
        page.locator("[id='scheduleForm:shiftId']").selectOption(slot.getAttribute("value"));
        page.locator("[id='scheduleForm:go']").click();
        assertThat(page.locator("#callOff")).isVisible();
        return page.locator("a[href*='/work-order?id=']").getAttribute("href").replaceFirst(".*/admin", "");
    }

    private static void work(Console phone) throws IOException {
        Page page = phone.page();
        assertThat(page.locator("#complete")).isVisible();
        phone.look("work-order");
        assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        Locator open = page.locator("[id^='checks:'][id$=':check']");
        for (int left = open.count(); left > 0; left--) {
            open.first().click();
            assertThat(open).hasCount(left - 1);
        }
        page.locator("[id='upload:file']").setInputFiles(new FilePayload("port.png", "image/png", picture()));
        page.locator("[id='upload:go']").click();
        assertThat(page.locator("#photos li")).hasCount(1);
        Locator pad = page.locator("#pad");
        pad.scrollIntoViewIfNeeded();
        BoundingBox box = pad.boundingBox();
        page.mouse().move(box.x + 20, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + box.width - 20, box.y + box.height - 20);
        page.mouse().up();
        page.locator("[id='sign:go']").click();
        assertThat(page.locator(".note.good").first()).isVisible();
    }

    private static void complete(Console phone) {
        Page page = phone.page();
        page.locator("[id='complete:materials']").fill("cable; 18.5; m");
        page.locator("[id='complete:go']").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#complete")).hasCount(0);
        phone.look("work-order-done");
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}

package uplink.ear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uplink.ear.LiveUplink;

/**
 * Markup and expressions in every text that can be written, and then every page in a real browser: none of them runs,
 * none becomes an element, none is worked out, and they are read as they were written. The browser's own protection is
 * not what is tested: a violated policy is a complaint, too.
 */
class StoredScriptsTest {

    /** Words and secrets with a form of their own: what does not fit is refused before it is kept. */
    private static final Set<String> NO_TEXTS = Set.of(
            "email",
            "phone",
            "inn",
            "locale",
            "language",
            "timeZone",
            "currency",
            "code",
            "password",
            "currentPassword",
            "newPassword",
            "token",
            "mfaToken",
            "refreshToken",
            "role",
            "permissions",
            "taxClass",
            "number",
            "rate",
            "address",
            "contract",
            "mode",
            "dryRun",
            "returnUrl",
            "account",
            "corrAccount",
            "bic",
            "kpp",
            "ogrn",
            "addresses",
            "calendar",
            "tag",
            "starts",
            "ends",
            "memberIds",
            "weekdays",
            "contractNumber",
            "serial",
            "mac",
            // what a preview has answered, which is compared
            "seen",
            // what an authenticator answers, which is verified
            "assertion",
            "attestationObject",
            "authenticatorData",
            "clientDataJson",
            "credentialId",
            "signature",
            "userHandle");

    private static final String ELEMENTS = "img[src=x], #mark, [onerror], script:not([src]):not([nonce])";

    private static LiveUplink uplink;
    private static HostileTexts texts;
    private static String customer;

    private final List<String> dialogs = new ArrayList<>();
    private int shown;

    @BeforeAll
    static void writeThemAll() {
        uplink = LiveUplink.shared();
        texts = new HostileTexts(uplink);
        customer = texts.write();
    }

    @AfterAll
    static void cleanUp() {
        texts.cleanUp();
    }

    @Test
    void everyTextThatTheApiTakesWasWritten() throws IOException {
        JsonNode document = new ObjectMapper().readTree(uplink.text(uplink.url() + "/openapi?format=json"));
        Set<String> missing = new TreeSet<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    JsonNode schema = operation.getValue().at("/requestBody/content/application~1json/schema");
                    String name = operation.getKey().toUpperCase(Locale.ROOT) + " "
                            + HostileTexts.general(path.getKey().replaceFirst("^/api/v1", ""));
                    texts(document, schema, "", 0)
                            .filter(field -> !texts.written().contains(name + " " + field))
                            .forEach(field -> missing.add(name + " " + field));
                }));
        // what is only worked out and kept nowhere
        missing.removeIf(field -> field.startsWith("POST /rating/simulate")
                || field.startsWith("POST /api/graphql")
                || field.contains("/preview ")
                // a provider's, which is proved before it is read
                || field.startsWith("POST /gateways/"));
        assertEquals(Set.of(), missing, "nobody has tried a script in these fields");
    }

    private static Stream<String> texts(JsonNode document, JsonNode given, String prefix, int depth) {
        JsonNode schema =
                given.has("$ref") ? document.at(given.path("$ref").asText().substring(1)) : given;
        List<Stream<String>> found = new ArrayList<>();
        for (String choice : List.of("allOf", "oneOf", "anyOf")) {
            schema.path(choice).forEach(part -> found.add(texts(document, part, prefix, depth + 1)));
        }
        schema.path("properties").fields().forEachRemaining(property -> {
            if (depth < 6) {
                found.add(texts(
                        document,
                        property.getValue(),
                        prefix.isEmpty() ? property.getKey() : prefix + "." + property.getKey(),
                        depth + 1));
            }
        });
        boolean isText = schema.path("type").toString().contains("\"string\"")
                && !schema.has("format")
                && !schema.has("enum")
                && !schema.has("pattern")
                && schema.path("maxLength").asInt(1) > 0
                && !NO_TEXTS.contains(prefix.replaceFirst(".*\\.", ""));
        return isText ? Stream.of(prefix) : found.stream().flatMap(stream -> stream);
    }

    @Test
    void noPageOfTheConsoleRunsWhatPeopleWrote() throws IOException {
        try (Console console = new Console("en", ColorScheme.LIGHT, 1440)) {
            Page page = watch(console.signIn("admin@demo.uplink").page());
            Deque<String> toSee = new ArrayDeque<>(views());
            Set<String> seen = new HashSet<>(toSee);
            while (!toSee.isEmpty()) {
                page.navigate(uplink.url() + toSee.pop());
                console.settled();
                harmless(page, page.url());
                for (Locator link : page.locator("main a[href*='id=']").all()) {
                    String address = link.getAttribute("href");
                    if (texts.ids().stream().anyMatch(address::contains) && seen.add(address)) {
                        toSee.add(address);
                    }
                }
            }
            assertTrue(seen.size() > 40, "pages seen: " + seen);
            search(page);
            assertTrue(shown > 40, "texts were read as they were written " + shown + " times only");
            assertEquals(
                    List.of(),
                    console.complaints().stream()
                            // details without an id are not there
                            .filter(complaint -> !complaint.contains("status of 404"))
                            .toList());
        }
    }

    /** What is found while somebody types. */
    private void search(Page page) {
        page.navigate(uplink.url() + "/admin/");
        page.locator("[id='find:customer_input']").pressSequentially("<img src");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        harmless(page, "search");
        page.navigate(uplink.url() + "/admin/customers?text=%22%3E%3Cscript%3Eran()%3C/script%3E");
        page.locator("[id='list:text']").fill("\"><img src=x onerror=ran()>");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        harmless(page, "filter");
    }

    @Test
    void noScreenOfTheCabinetRunsWhatPeopleWrote() {
        try (Cabinet cabinet = new Cabinet("en", ColorScheme.LIGHT, 1280)) {
            Page page = watch(cabinet.open("").page());
            cabinet.signIn(customer, LiveUplink.DEMO_PASSWORD);
            page.locator(".menu a").first().waitFor();
            int screens = page.locator(".menu a").count();
            for (int i = 0; i < screens; i++) {
                cabinet.menu(i);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                page.locator(".waiting, [aria-busy=true]")
                        .first()
                        .waitFor(new Locator.WaitForOptions()
                                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
                harmless(page, page.url());
            }
            assertTrue(shown > 2, "texts were read as they were written " + shown + " times only");
            assertEquals(List.of(), cabinet.complaints());
        }
    }

    /** A script that runs would leave a trace. */
    private Page watch(Page page) {
        page.addInitScript("window.ran = () => { window.hasRun = true; };");
        page.onDialog(dialog -> {
            dialogs.add(page.url() + " " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    private void harmless(Page page, String where) {
        assertEquals(List.of(), dialogs);
        assertEquals(false, page.evaluate("() => window.hasRun === true"), "a script ran on " + where);
        assertEquals(0, page.locator(ELEMENTS).count(), "a text became an element on " + where);
        String text = page.locator("body").innerText();
        assertTrue(!text.contains("#42") && !text.contains("</script>42"), "an expression was worked out on " + where);
        shown += text.split(java.util.regex.Pattern.quote("<img src=x onerror=ran()>"), -1).length - 1;
        shown += text.split(java.util.regex.Pattern.quote("<b id=mark>"), -1).length - 1;
    }

    private static List<String> views() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("uplink.home"), "web-module/src/main/webapp"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .map(name -> "/admin/" + name.replace(".xhtml", ""))
                    .filter(view -> !Set.of("/admin/sign-in", "/admin/sign-in-code", "/admin/enrol", "/admin/error")
                            .contains(view))
                    .sorted()
                    .toList();
        }
    }
}

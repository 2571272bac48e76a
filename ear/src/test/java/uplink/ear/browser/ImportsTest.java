package uplink.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that cannot be taken over, and the list of those that were. */
class ImportsTest {

    private static final long LARGEST = 64L * 1024 * 1024;

    @TempDir
    Path files;

    @ParameterizedTest
    @CsvSource({"ru,LIGHT", "en,DARK"})
    void aFileThatIsTooLargeIsRefusedBesideItsField(String language, ColorScheme colors) throws IOException {
        try (Console console = new Console(language, colors, 1440)) {
            Page page = console.signIn("admin@demo.uplink").open("/imports").page();
            Locator said = page.locator(".field:has([id='upload:file']) .ui-message-error");
            page.locator("[id='upload:file']").setInputFiles(file(LARGEST + 1));
            assertThat(said).containsText("64");
            console.look("import-too-large");

            // without the browser's help the server says the same, just above the limit and far above it
            for (long size : new long[] {LARGEST + 1, LARGEST + 1_000_000}) {
                page.locator("[id='upload:file']").setInputFiles(file(size));
                page.evaluate("document.querySelector('[data-largest]').removeAttribute('data-largest')");
                page.evaluate("document.querySelectorAll('.ui-message-error').forEach(e => e.remove())");
                page.locator("[id='upload:go']").click();
                assertThat(said).containsText("64");
                assertTrue(page.url().contains("/imports"), page.url());
            }
            assertEquals(List.of(), console.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"ru,DARK", "en,LIGHT"})
    void theListGoesOnAfterItsFirstPage(String language, ColorScheme colors) {
        try (Console console = new Console(language, colors, 1440)) {
            Page page = console.signIn("admin@demo.uplink").page();
            for (int i = 0; i < 21; i++) {
                console.open("/imports");
                page.locator("[id='upload:file']")
                        .setInputFiles(new FilePayload(
                                "empty-" + language + i + ".csv",
                                "text/csv",
                                ("x" + language + i).getBytes(StandardCharsets.UTF_8)));
                page.locator("[id='upload:go']").click();
                page.waitForURL(Pattern.compile(".*/import\\?id=.*"));
            }
            console.open("/imports");
            assertThat(page.locator("[id='list:rows'] tbody tr")).hasCount(20);
            page.locator("[id='list:rows'] .ui-paginator-next").click();
            assertThat(page.locator("[id='list:rows'] .ui-paginator-current")).containsText("21");
            console.look("imports-second-page");
            assertEquals(List.of(), console.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"ru,LIGHT,900", "en,DARK,1440"})
    void whatForeignHeadingsMeanIsSaidOnce(String language, ColorScheme colors, int width) {
        String mark = language + width;
        try (Console console = new Console(language, colors, width)) {
            Page page = console.signIn("admin@demo.uplink").open("/imports").page();
            page.locator("[id='upload:file']")
                    .setInputFiles(new FilePayload(
                            "abonents.csv",
                            "text/csv",
                            "Клиент %1$s;Дог %1$s;Дата договора;Менеджер %1$s\nСухов Фёдор;MAP-%1$s;2026-01-10;Петров\n"
                                    .formatted(mark)
                                    .getBytes(StandardCharsets.UTF_8)));
            page.locator("[id='upload:dryRun']").uncheck();
            page.locator("[id='upload:go']").click();
            page.waitForURL(Pattern.compile(".*/import\\?id=.*"));
            page.locator("a[href*='import-headings']").click();
            page.waitForURL(Pattern.compile(".*/import-headings\\?id=.*"));
            console.look("import-headings");
            page.locator("[id='meanings:headings:0:column']").selectOption("inn");
            page.locator("[id='meanings:headings:1:column']").selectOption("inn");
            page.locator("[id='meanings:headings:2:column']").selectOption("-");
            page.locator("[id='meanings:again']").click();
            assertThat(page.locator(".field:has([id='meanings:headings:1:column']) .ui-message-error"))
                    .isVisible();
            console.look("import-headings-refused");
            page.locator("[id='meanings:headings:0:column']").selectOption("full_name");
            page.locator("[id='meanings:headings:1:column']").selectOption("contract_number");
            page.locator("[id='meanings:again']").click();
            page.waitForURL(Pattern.compile(".*/import\\?id=.*"));
            assertThat(page.locator(".figure.good .value")).hasText("1");
            console.open("/imports");
            assertThat(page.locator("[id='remembered:rows'] tbody")).containsText("клиент " + mark);
            console.look("imports-remembered");
            assertEquals(List.of(), console.complaints());
        }
    }

    private Path file(long size) throws IOException {
        Path file = files.resolve(size + ".csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
        return file;
    }
}

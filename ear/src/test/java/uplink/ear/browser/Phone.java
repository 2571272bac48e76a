package uplink.ear.browser;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone with an authenticator, made of programs that share nothing with us: {@code zbarimg} sees what the browser shows,
 * {@code oathtool} works out the codes.
 */
record Phone(String seed, String digits, String seconds) {

    private static final Pattern OTPAUTH = Pattern.compile("otpauth://totp/([^?]+)\\?(.+)");

    /** Points the camera at a picture on the page. Fails unless it shows exactly one code with what apps need. */
    static Phone scan(Locator picture, String account) {
        try {
            Path shot = Files.createTempFile("qr", ".png");
            try {
                picture.screenshot(new Locator.ScreenshotOptions().setPath(shot));
                return of(said(List.of("zbarimg", "--quiet", "--raw", shot.toString())), account);
            } finally {
                Files.delete(shot);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Phone of(String scanned, String account) {
        Matcher uri = OTPAUTH.matcher(scanned);
        if (!uri.matches()
                || !java.net.URLDecoder.decode(uri.group(1), StandardCharsets.UTF_8)
                        .endsWith(":" + account)
                || !value(uri.group(2), "algorithm", "SHA1").equals("SHA1")) {
            throw new AssertionError("not for an authenticator: " + scanned);
        }
        return new Phone(
                value(uri.group(2), "secret", ""),
                value(uri.group(2), "digits", "6"),
                value(uri.group(2), "period", "30"));
    }

    /** What it shows now. */
    String code() {
        return said(
                List.of("oathtool", "--totp", "--base32", "--digits=" + digits, "--time-step-size=" + seconds, seed));
    }

    private static String value(String query, String name, String otherwise) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]+)").matcher(query);
        return found.find() ? found.group(1) : otherwise;
    }

    private static String said(List<String> command) {
        try {
            Process program = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!program.waitFor(20, TimeUnit.SECONDS) || program.exitValue() != 0) {
                throw new AssertionError(command.get(0) + " found nothing");
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package uplink.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Path VIEWS = Path.of("src/main/webapp");
    private static final Pattern USED =
            Pattern.compile("(?<![A-Za-z])m\\['([a-z0-9.-]+)'\\]|reader\\.say\\('([a-z0-9.-]+)'");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "faces"})
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        assertEquals(
                new TreeSet<>(words(bundle, "ru").keySet()),
                new TreeSet<>(words(bundle, "en").keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void noWordIsEmpty(String language) throws IOException {
        words("messages", language)
                .forEach((key, word) -> assertTrue(!word.toString().isBlank(), key.toString()));
    }

    @Test
    void everyWordThatAViewUsesIsThere() throws IOException {
        Properties words = words("messages", "ru");
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(VIEWS)) {
            for (Path view : files.filter(f -> f.toString().endsWith(".xhtml")).toList()) {
                Matcher used = USED.matcher(Files.readString(view));
                while (used.find()) {
                    String key = used.group(1) == null ? used.group(2) : used.group(1);
                    if (!key.endsWith(".") && !words.containsKey(key)) {
                        missing.add(view.getFileName() + ": " + key);
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static Properties words(String bundle, String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file =
                WordsTest.class.getResourceAsStream("/uplink/web/" + bundle + "_" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }
}

package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the EAR. A library that nobody decided on, or one that the server already has, breaks deployments. */
class ArchiveTest {
    /** Artifacts in lib/; a new one is a decision, written down in the ADR of its feature. */
    private static final Set<String> LIBRARIES = Set.of(
            // persistence: Hibernate and what it needs
            "antlr4-runtime",
            "byte-buddy",
            "classmate",
            "hibernate-commons-annotations",
            "hibernate-core",
            "jandex",
            "jboss-logging",
            // tokens, passwords and one-time codes
            "core", // ZXing: QR codes
            "java-otp",
            "nimbus-jose-jwt",
            // passkeys, and the format in which authenticators write
            "webauthn4j-core",
            "jackson-dataformat-cbor",
            // java.time in JSON; the server has Jackson, but not this part of it
            "jackson-datatype-jsr310",
            // @Nullable is read at run time
            "jspecify",
            // imports and exports
            "commons-codec",
            "commons-csv",
            "commons-io",
            // short messages over SMPP, and the encryption of Web Push
            "jsmpp",
            "zerodep-web-push-java",
            // the demo provider's files
            "db",
            // logging of the libraries
            "slf4j-api",
            "slf4j-jdk14",
            // under a name that the server's scanner passes over: as a jar, in the EAR or on the server's class path,
            // its
            // 13,000 classes would cost a fifth of every start (ADR 19)
            "stripe-java.unscanned");

    private static final Set<String> CONSOLE_LIBRARIES = Set.of("omnifaces", "primefaces");
    private static final Set<String> API_LIBRARIES = Set.of("graphql-java", "java-dataloader", "reactive-streams");
    private static final Set<String> MODULES =
            Set.of("ejb-module.jar", "api-module.war", "web-module.war", "cabinet.war");

    private static List<Entry> entries = List.of();

    private record Entry(String archive, String path, boolean stored) {
        String artifact() {
            String file = path.substring(path.lastIndexOf('/') + 1);
            return file.replaceFirst("(-\\d[\\w.]*(-SNAPSHOT)?(-jakarta)?)?\\.jar$", "");
        }
    }

    @BeforeAll
    static void open() throws IOException {
        List<Entry> found = new ArrayList<>();
        Path ear = Path.of(System.getProperty("uplink.home"), "ear/target/uplink.ear");
        try (ZipFile file = new ZipFile(ear.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                found.add(new Entry("", entry.getName(), entry.getMethod() == ZipEntry.STORED));
                if (entry.getName().endsWith("ar")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        list(entry.getName(), in, found);
                    }
                }
            }
        }
        entries = found;
    }

    @Test
    void theLibrariesAreTheOnesThatWereChosen() {
        assertEquals(
                new TreeSet<>(LIBRARIES), artifacts(entry -> entry.archive.isEmpty() && entry.path.startsWith("lib/")));
    }

    @Test
    void theConsoleBringsItsComponentsAndTheApiGraphQl() {
        assertEquals(
                new TreeSet<>(CONSOLE_LIBRARIES),
                artifacts(entry -> entry.archive.equals("web-module.war") && entry.path.startsWith("WEB-INF/lib/")));
        assertEquals(
                new TreeSet<>(API_LIBRARIES),
                artifacts(entry -> entry.archive.equals("api-module.war") && entry.path.startsWith("WEB-INF/lib/")));
    }

    @Test
    void theCabinetHasOneFileOfOthersAndNoLibrary() {
        assertEquals(
                Set.of(),
                artifacts(entry -> entry.archive.equals("cabinet.war") && entry.path.startsWith("WEB-INF/lib/")));
        assertEquals(
                Set.of("vue.runtime.esm-browser.prod.js"),
                artifacts(entry -> entry.archive.equals("cabinet.war") && entry.path.startsWith("vue/")));
    }

    @Test
    void thereAreFourModulesAndNothingBesideThem() {
        assertEquals(
                MODULES,
                entries.stream()
                        .filter(entry -> entry.archive.isEmpty() && !entry.path.endsWith("/"))
                        .map(Entry::path)
                        .filter(path -> !path.startsWith("lib/") && !path.startsWith("META-INF/"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void noLibraryIsThereTwice() {
        List<String> libraries = entries.stream()
                .filter(entry -> entry.path.endsWith(".jar") && entry.path.contains("lib/"))
                .map(Entry::artifact)
                .toList();
        assertEquals(libraries.size(), Set.copyOf(libraries).size(), libraries.toString());
    }

    @Test
    void noApiOfTheServerIsBundled() {
        List<String> bundled = entries.stream()
                .filter(entry -> entry.path.endsWith(".class"))
                .filter(entry -> List.of(
                                "jakarta/",
                                "javax/persistence/",
                                "javax/servlet/",
                                "javax/ejb/",
                                "javax/jms/",
                                "javax/faces/",
                                "javax/ws/",
                                "org/eclipse/microprofile/",
                                "com/fasterxml/jackson/core/",
                                "com/fasterxml/jackson/databind/",
                                "com/fasterxml/jackson/annotation/",
                                "org/postgresql/",
                                "org/bouncycastle/",
                                "com/stripe/",
                                "com/google/gson/",
                                "com/ibm/icu/",
                                "com/openhtmltopdf/",
                                "org/apache/pdfbox/",
                                "org/apache/fontbox/",
                                "freemarker/")
                        .stream()
                        .anyMatch(entry.path::startsWith))
                .map(entry -> entry.archive + ": " + entry.path)
                .limit(20)
                .toList();
        assertEquals(List.of(), bundled);
    }

    @Test
    void theBusinessIsInTheEjbModuleOnly() {
        assertFalse(entries.stream()
                .anyMatch(entry ->
                        entry.archive.endsWith(".war") && entry.path.startsWith("WEB-INF/classes/uplink/shared/")));
        assertTrue(entries.stream()
                .anyMatch(entry -> entry.archive.equals("ejb-module.jar") && entry.path.startsWith("uplink/shared/")));
    }

    @Test
    void theArchiveIsStoredBecauseUnpackingCostsAtEveryStart() {
        assertTrue(entries.stream().filter(entry -> entry.archive.isEmpty()).allMatch(Entry::stored));
    }

    private static Set<String> artifacts(Predicate<Entry> where) {
        return entries.stream()
                .filter(where)
                .filter(entry -> !entry.path.endsWith("/"))
                .map(Entry::artifact)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void list(String archive, InputStream in, List<Entry> found) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            found.add(new Entry(archive, entry.getName(), false));
            if (archive.endsWith(".war") && entry.getName().endsWith(".jar")) {
                list(archive + "!" + entry.getName(), zip, found);
            }
        }
    }
}

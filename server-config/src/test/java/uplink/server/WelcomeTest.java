package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {
    private static final String API = "<web><web-uri>api.war</web-uri><context-root>/api</context-root></web>";

    @TempDir
    Path temporary;

    @Test
    void oneLineHasEveryAddress() {
        assertEquals(
                "READY http://localhost:81  console http://localhost:81/admin/  API http://localhost:81/api/v1",
                Welcome.addresses("http://localhost:81", List.of("/api", "/admin")));
    }

    @Test
    void theCabinetIsNamedWhereTheApplicationHasOne() {
        assertEquals(
                "READY http://a  console http://a/admin/  API http://a/api/v1  cabinet http://a/",
                Welcome.addresses("http://a", List.of("/api", "/")));
    }

    @Test
    void everyRoleOfTheDemoIsALine() {
        Map<String, List<String>> users = new LinkedHashMap<>();
        users.put("admin", List.of("admin@d"));
        users.put("tech", List.of("a@d", "b@d"));
        users.put("customer", List.of("c1@d", "c2@d", "c3@d"));
        assertEquals(
                List.of(
                        "    admin            admin@d",
                        "    tech             a@d, b@d",
                        "    customer         c1@d … c3@d"),
                Welcome.users(users));
    }

    @Test
    void theContextRootsComeFromTheDescriptor() throws IOException {
        assertEquals(List.of("/api"), ContextRoots.of(ear(API)));
        assertEquals(List.of("/api", "/"), ContextRoots.of(ear(API + "<web><context-root> / </context-root></web>")));
        assertEquals(List.of("/"), ContextRoots.of(ear("<web><context-root/></web>")));
        assertEquals(List.of("/shop"), ContextRoots.of(ear("<web><context-root>shop</context-root></web>")));
    }

    @Test
    void anEarWithoutDescriptorIsNoBuildOfOurs() throws IOException {
        Path empty = temporary.resolve("empty.ear");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
            zip.putNextEntry(new ZipEntry("x"));
        }
        assertThrows(StartFailure.class, () -> ContextRoots.of(empty));
    }

    private Path ear(String modules) throws IOException {
        Path ear = temporary.resolve("test.ear");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(ear))) {
            zip.putNextEntry(new ZipEntry("META-INF/application.xml"));
            zip.write(("<application xmlns='https://jakarta.ee/xml/ns/jakartaee' version='10'>" + modules
                            + "</application>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return ear;
    }
}

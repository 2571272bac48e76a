package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher promises about a running Uplink. */
class HouseTest {
    private final LiveUplink uplink = LiveUplink.shared();

    @Test
    void theApplicationAnswersOnThePublicPort() {
        assertEquals(200, uplink.status(uplink.url() + "/api/v1/auth/jwks"));
        assertEquals(200, uplink.status(uplink.url() + "/admin/sign-in"));
        assertEquals(200, uplink.status(uplink.url() + "/openapi"));
        assertEquals(200, uplink.status(uplink.url() + "/"));
    }

    @Test
    void healthAndMetricsAreForThisMachineOnly() {
        for (String path : List.of("/health", "/health/ready", "/health/live", "/metrics")) {
            assertEquals(200, uplink.status(uplink.managementUrl() + path), path);
            assertEquals(404, uplink.status(uplink.url() + path), path);
        }
    }

    @Test
    void theMetricsTellOfEventsAndBooks() {
        String metrics = uplink.text(uplink.managementUrl() + "/metrics");
        for (String name : List.of(
                "uplink_outbox_events",
                "uplink_dead_letters",
                "uplink_integrity_findings",
                "uplink_integrity_checked_timestamp_seconds")) {
            assertTrue(metrics.lines().anyMatch(line -> line.startsWith(name)), name + " in\n" + metrics);
        }
    }

    @Test
    void theConsolesCookieStaysOnItsSite() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uplink.url() + "/admin/sign-in"))
                .build();
        String cookie = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .toLowerCase(Locale.ROOT);
        assertTrue(cookie.contains("httponly") && cookie.contains("samesite=lax"), cookie);
    }

    @Test
    void theApplicationDoesNotAnswerOnTheManagementPort() {
        assertEquals(404, uplink.status(uplink.managementUrl() + "/api/v1/auth/jwks"));
    }

    @Test
    void onlyTheHttpPortIsPublic() throws IOException {
        Set<Integer> ports = new HashSet<>();
        for (long pid : processes()) {
            ports.addAll(ListeningPorts.publicOf(pid));
        }
        assertEquals(Set.of(uplink.port()), ports);
    }

    /** Over HTTP/2 this server went on to answer 431 to requests of others, so it speaks 1.1 only. */
    @Test
    void anOversizedHeaderHurtsNobodyElse() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI address = URI.create(uplink.url() + "/api/v1/auth/jwks");
        for (int i = 0; i < 3; i++) {
            HttpRequest oversized = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + "x".repeat(20_000))
                    .build();
            assertTrue(Set.of(400, 431)
                    .contains(client.send(oversized, HttpResponse.BodyHandlers.discarding())
                            .statusCode()));
        }
        for (int i = 0; i < 50; i++) {
            HttpResponse<Void> answer =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            assertEquals(200, answer.statusCode());
            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
        }
    }

    @Test
    void aSecondRunOnTheSameDataSaysSoAndLeavesItAlone() throws Exception {
        String said = refused(uplink.data());
        assertTrue(said.contains("already runs on " + uplink.data()), said);
        assertEquals(200, uplink.status(uplink.url() + "/api/v1/auth/jwks"));
    }

    @Test
    void aDirectoryOfSomebodyElseIsLeftAlone(@TempDir Path foreign) throws Exception {
        Path file =
                Files.writeString(Files.createDirectory(foreign.resolve("app")).resolve("code"), "mine");
        String said = refused(foreign, "--fresh");
        assertTrue(said.contains(foreign + " is not empty and is not one of Uplink's"), said);
        assertEquals("mine", Files.readString(file));
        assertFalse(Files.exists(foreign.resolve("state")));
    }

    @Test
    void nobodyElseMayLookIntoTheData() throws IOException {
        try (Stream<Path> parts = Files.list(uplink.data())) {
            for (Path part : Stream.concat(Stream.of(uplink.data()), parts).toList()) {
                assertEquals(
                        "rwx------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(part)),
                        part.toString());
            }
        }
    }

    @Test
    void noBuildMayReplaceTheJarsOfARunningServer() throws Exception {
        Path lock = LiveUplink.home().resolve("server-config/target/using.lock");
        assertEquals(
                1,
                new ProcessBuilder("flock", "-n", lock.toString(), "true")
                        .start()
                        .waitFor());
    }

    @Test
    void theDatabaseIsClosedToWhoeverHasNoPassword() {
        for (String role : List.of("postgres", "uplink_owner", "uplink_app")) {
            try (Connection connection = DriverManager.getConnection(uplink.databaseUrl(), role, "guess")) {
                throw new AssertionError(role + " got in: " + connection);
            } catch (SQLException refused) {
                assertEquals("28P01", refused.getSQLState());
            }
        }
    }

    @Test
    void noSecretIsOnACommandLine() throws IOException {
        Set<String> secrets = new HashSet<>();
        try (Stream<Path> files = Files.list(uplink.data().resolve("secrets"))) {
            for (Path file : files.toList()) {
                secrets.add(Files.readString(file).strip());
            }
        }
        for (long pid : processes()) {
            String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            assertTrue(secrets.stream().noneMatch(line::contains));
        }
    }

    @Test
    void aKilledApplicationServerIsStartedAgain() {
        long before = uplink.pid("app");
        uplink.restartApplication();
        assertNotEquals(before, uplink.pid("app"));
    }

    /** What a run that must be refused says. */
    private static String refused(Path data, String... more) throws Exception {
        List<String> command = LiveUplink.command();
        command.addAll(List.of("--port", Integer.toString(LiveUplink.freePort()), "--data", data.toString()));
        command.addAll(List.of(more));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, run.waitFor(), said);
        return said;
    }

    private List<Long> processes() {
        ProcessHandle launcher = ProcessHandle.of(uplink.launcherPid()).orElseThrow();
        return Stream.concat(Stream.of(launcher), launcher.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }
}

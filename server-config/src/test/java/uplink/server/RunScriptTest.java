package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code run} script with programs of our own in place of Java and Maven, which write down how they were called. */
class RunScriptTest {
    @TempDir
    Path home;

    private Path programs;
    private Path source;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void makeHouse() throws IOException {
        programs = Files.createDirectory(home.resolve("programs"));
        for (String name :
                List.of("dirname", "sed", "head", "find", "touch", "mv", "mkdir", "sh", "sleep", "flock", "cat")) {
            program(name, "exec " + which(name) + " \"$@\"");
        }
        Path serverConfig = Files.createDirectories(home.resolve("server-config"));
        Files.copy(Path.of("run"), serverConfig.resolve("run"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(serverConfig.resolve("pom.xml"), "");
        source = Files.createDirectories(home.resolve("db/src/main")).resolve("V1.sql");
        Files.writeString(source, "");
        program("mvn", builds());
        java("17.0.15");
    }

    @Test
    void theFirstRunBuildsAndTheSecondDoesNot() throws Exception {
        assertEquals(0, run("--port", "81").code());
        assertEquals(0, run().code());
        assertEquals(1, calls("mvn").size());
        List<String> started = calls("java");
        assertEquals(3, started.size());
        assertTrue(started.get(0).endsWith("uplink.server.Prepare"));
        assertTrue(started.get(1).endsWith("uplink.server.Run --port 81"));
        assertTrue(started.get(2).endsWith("uplink.server.Run"));
    }

    @Test
    void aNewerSourceIsBuilt() throws Exception {
        run();
        touchSource();
        run("--data", "d");
        assertEquals(2, calls("mvn").size());
        assertTrue(calls("java").get(2).endsWith("uplink.server.Prepare"));
        assertTrue(calls("java").get(3).endsWith("uplink.server.Run --data d"));
    }

    @Test
    void theServerOnTheSameDataIsStoppedBeforeABuild() throws Exception {
        run();
        touchSource();
        Process server = server("d");
        java("17.0.15", "case \"$*\" in *--stop*) kill " + server.pid() + " ;; esac");
        assertEquals(0, run("--data", "d").code());
        assertFalse(server.isAlive());
        assertTrue(calls("java").get(2).endsWith("uplink.server.Run --stop --data d"));
        assertEquals(2, calls("mvn").size());
    }

    @Test
    void jarsAreNotReplacedUnderAServerOnOtherData() throws Exception {
        run();
        touchSource();
        Process server = server("other");
        try {
            Outcome outcome = run("--data", "d");
            assertEquals(1, outcome.code());
            assertTrue(outcome.text().contains("servers still run what was built before"), outcome.text());
            assertTrue(
                    outcome.text()
                            .contains("run --stop --data " + home.toRealPath().resolve("other")),
                    outcome.text());
            assertEquals(1, calls("mvn").size());
            assertTrue(server.isAlive());
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void aServerKeepsItsJarsInPlaceAsLongAsItLives() throws Exception {
        java("17.0.15", "flock -n server-config/target/using.lock true || echo \"kept $*\" >> calls");
        run();
        List<String> kept = calls("kept");
        assertTrue(kept.get(kept.size() - 1).endsWith("uplink.server.Run"));
        assertEquals(
                0,
                new ProcessBuilder("flock", "-n", "server-config/target/using.lock", "true")
                        .directory(home.toFile())
                        .start()
                        .waitFor());
    }

    @Test
    void withoutLocksTheServerOnTheSameDataIsStillStopped() throws Exception {
        Files.delete(programs.resolve("flock"));
        assertEquals(0, run("--data", "d").code());
        touchSource();
        assertEquals(0, run("--data", "d").code());
        assertTrue(calls("java").get(0).endsWith("uplink.server.Prepare"));
        assertTrue(calls("java").get(2).endsWith("uplink.server.Run --stop --data d"));
        assertEquals(2, calls("mvn").size());
    }

    @Test
    void twoRunsBuildOnce() throws Exception {
        program("mvn", builds() + "; until [ -e go ]; do sleep 0.05; done");
        Process first = process();
        while (calls("mvn").isEmpty()) {
            assertTrue(first.isAlive());
            Pause.millis(10);
        }
        Process second = process();
        String said = second.inputReader().readLine();
        assertEquals("Another run is building Uplink: waiting for it", said);
        Files.createFile(home.resolve("go"));
        assertEquals(0, first.waitFor());
        assertEquals(0, second.waitFor());
        assertEquals(1, calls("mvn").size());
    }

    @Test
    void aPreparationThatFailsDoesNotStopTheRun() throws Exception {
        java("17.0.15", "case \"$*\" in *Prepare) exit 1 ;; esac");
        assertEquals(0, run().code());
        assertEquals(0, run().code());
        assertEquals(1, calls("mvn").size());
    }

    @Test
    void testsRunWhatIsBuilt() throws Exception {
        run();
        touchSource();
        variables.put("UPLINK_BUILT", "true");
        assertEquals(0, run().code());
        assertEquals(1, calls("mvn").size());
    }

    @Test
    void stoppingNeverBuilds() throws Exception {
        Outcome outcome = run("--stop");
        assertEquals(0, outcome.code());
        assertEquals("Nothing runs: Uplink has not been built here.", outcome.text());
        assertTrue(calls("mvn").isEmpty());
    }

    @Test
    void aFailedBuildIsTriedAgain() throws Exception {
        program("mvn", "echo mvn \"$@\" >> calls; exit 1");
        assertEquals(1, run().code());
        assertEquals(1, run().code());
        assertEquals(2, calls("mvn").size());
        assertTrue(calls("java").isEmpty());
    }

    @Test
    void missingJavaIsOneSentence() throws Exception {
        Files.delete(programs.resolve("java"));
        refused(run(), "Uplink needs Java 17, and there is no Java here:");
    }

    @Test
    void oldJavaIsOneSentence() throws Exception {
        java("11.0.2");
        refused(run(), "Uplink needs Java 17, and this is Java 11:");
        java("1.8.0_402");
        refused(run(), "Uplink needs Java 17, and this is Java 8:");
    }

    @Test
    void missingMavenIsOneSentence() throws Exception {
        Files.delete(programs.resolve("mvn"));
        refused(run(), "Uplink has to be built, and there is no Maven here:");
    }

    private void refused(Outcome outcome, String sentence) {
        assertEquals(1, outcome.code());
        assertTrue(outcome.text().startsWith(sentence), outcome.text());
        assertFalse(outcome.text().contains("\n"), outcome.text());
    }

    private static String builds() {
        return "echo mvn \"$@\" >> calls; mkdir -p server-config/target/server ear/target;"
                + " touch server-config/target/server/uplink-server.jar ear/target/uplink.ear";
    }

    private void touchSource() throws IOException {
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    }

    /** A process that holds what a server holds and is noted as a server is. */
    private Process server(String data) throws IOException {
        Files.createDirectories(home.resolve(data));
        Process server = new ProcessBuilder(
                        "sh", "-c", "exec 9<server-config/target/using.lock; flock -s 9; echo held; exec sleep 1000")
                .directory(home.toFile())
                .start();
        assertEquals("held", server.inputReader().readLine());
        Path users = Files.createDirectories(home.resolve("server-config/target/server/users"));
        Files.writeString(
                users.resolve(Long.toString(server.pid())), home.toRealPath().resolve(data) + "\n");
        return server;
    }

    private void java(String version) throws IOException {
        java(version, "true");
    }

    private void java(String version, String more) throws IOException {
        program(
                "java",
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version
                        + "\" 2025-04-15' >&2; else echo java \"$@\" >> calls; " + more + "; fi");
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\ncd \"" + home + "\"\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> calls(String program) throws IOException {
        Path calls = home.resolve("calls");
        return Files.exists(calls)
                ? Files.readAllLines(calls).stream()
                        .filter(call -> call.startsWith(program + " "))
                        .toList()
                : List.of();
    }

    private Outcome run(String... arguments) throws Exception {
        Process process = process(arguments);
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text.trim());
    }

    private Process process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "server-config/run"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().put("PATH", programs.toString());
        return builder.start();
    }

    private static Path which(String name) {
        return List.of(Path.of("/usr/bin", name), Path.of("/bin", name)).stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private record Outcome(int code, String text) {}
}

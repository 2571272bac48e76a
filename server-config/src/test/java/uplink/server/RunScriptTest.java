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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code run} script with programs of our own in place of Java and Maven, which write down how they were called. */
class RunScriptTest {
    @TempDir
    Path home;

    private Path programs;
    private Path source;

    @BeforeEach
    void makeHouse() throws IOException {
        programs = Files.createDirectory(home.resolve("programs"));
        for (String name : List.of("dirname", "sed", "head", "find", "touch", "mv", "mkdir", "sh")) {
            program(name, "exec " + which(name) + " \"$@\"");
        }
        Path serverConfig = Files.createDirectories(home.resolve("server-config"));
        Files.copy(Path.of("run"), serverConfig.resolve("run"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(serverConfig.resolve("pom.xml"), "");
        source = Files.createDirectories(home.resolve("db/src/main")).resolve("V1.sql");
        Files.writeString(source, "");
        program(
                "mvn",
                "echo mvn \"$@\" >> calls; mkdir -p server-config/target/server ear/target;"
                        + " touch server-config/target/server/uplink-server.jar ear/target/uplink.ear");
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
    void aNewerSourceStopsTheServerAndIsBuilt() throws Exception {
        run();
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        run("--data", "d");
        assertEquals(2, calls("mvn").size());
        assertTrue(calls("java").get(2).endsWith("uplink.server.Run --stop --data d"));
        assertTrue(calls("java").get(3).endsWith("uplink.server.Prepare"));
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

    private void java(String version) throws IOException {
        program(
                "java",
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version
                        + "\" 2025-04-15' >&2; else echo java \"$@\" >> calls; fi");
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
        List<String> command = new ArrayList<>(List.of("/bin/sh", "server-config/run"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text.trim());
    }

    private static Path which(String name) {
        return List.of(Path.of("/usr/bin", name), Path.of("/bin", name)).stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private record Outcome(int code, String text) {}
}

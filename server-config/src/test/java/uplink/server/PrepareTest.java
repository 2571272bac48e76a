package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preparation that fails is said, and the run that waits for it goes on. */
class PrepareTest {
    @TempDir
    Path home;

    @Test
    void withoutABuildThereIsNothingToPrepare() throws Exception {
        assertTrue(said().startsWith("Starts will be slower than they could be: The build is incomplete"));
    }

    @Test
    void whatGoesWrongWhileTheConsoleIsQuietIsSaidAllTheSame() throws Exception {
        makeBrokenBuild();
        String said = said();
        assertTrue(said.contains("\nStarts will be slower than they could be: The server's directory"), said);
        assertEquals(2, said.lines().count(), said);
    }

    @Test
    void soIsWhatNobodyThoughtOf() throws Exception {
        makeBrokenBuild();
        Files.createDirectories(home.resolve("server-config/target/server/prepare/state/lock"));
        String said = said();
        assertTrue(said.startsWith("Starts will be slower than they could be: java.io.UncheckedIOException"), said);
    }

    private void makeBrokenBuild() throws IOException {
        for (String file : List.of(
                "server-config/target/server/uplink-server.jar",
                "server-config/target/server/artemis.rar",
                "server-config/target/server/root/launch-micro.jar",
                "ear/target/uplink.ear")) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.writeString(home.resolve(file), "broken");
        }
    }

    private String said() throws Exception {
        Process process = new ProcessBuilder(
                        Jvm.java(),
                        "-Duplink.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Prepare.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}

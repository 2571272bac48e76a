package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a supervisor that was killed left behind. */
class LeftoversTest {
    private static final Map<String, String> VARIABLES = Map.of("PATH", "/usr/bin:/bin");

    @TempDir
    Path temporary;

    private DataDirectory data;
    private Child application;
    private Process database;

    @BeforeEach
    void leaveProcesses() throws IOException {
        data = new DataDirectory(temporary.resolve("data"));
        data.create();
        application = Child.start(data, AppStart.NAME, List.of("sleep", "1000"), VARIABLES);
        Path version = data.postgres().resolve("PG_VERSION");
        Files.createDirectory(data.postgres());
        Files.writeString(version, "18\n");
        // whoever runs the tests in the background of a script has interrupts ignored, and children inherit that
        database = new ProcessBuilder("env", "--default-signal=INT", "tail", "-f", version.toString()).start();
        // its first word says that env has become tail: before that nobody can read whose process it is, nor interrupt
        // it
        assertEquals('1', database.getInputStream().read());
        postmaster(database.pid() + "\n" + data.postgres() + "\n");
    }

    @AfterEach
    void end() {
        application.stop(Duration.ZERO);
        database.destroyForcibly();
    }

    @Test
    void aFreshStartEndsThemBeforeItForgetsThem() {
        Run.makeReady(new Options(81, data.path(), false, true, false), data);
        assertFalse(application.isAlive());
        assertFalse(database.isAlive());
        assertFalse(Files.exists(data.postgres()));
    }

    @Test
    void anOrdinaryStartEndsThemToo() {
        Run.makeReady(new Options(81, data.path(), false, false, false), data);
        assertFalse(application.isAlive());
        assertFalse(database.isAlive());
        assertTrue(Files.exists(data.postgres()));
    }

    @Test
    void aCopyOfTheDirectoryLeavesTheProcessesOfTheOriginalAlone() {
        DataDirectory copy = new DataDirectory(temporary.resolve("copy"));
        Trees.copy(data.path(), copy.path());
        Run.makeReady(new Options(81, copy.path(), false, false, false), copy);
        assertTrue(application.isAlive());
        assertTrue(database.isAlive());
    }

    @Test
    void anotherProcessWithThatNumberIsLeftAlone() throws IOException {
        postmaster(ProcessHandle.current().pid() + "\n");
        Postmaster.of(data).end();
        assertTrue(database.isAlive());
    }

    @Test
    void aLockFileThatNamesNobodyIsLeftToPostgres() throws IOException {
        for (String text : List.of("", "\n", "nobody\n", "-1\n")) {
            postmaster(text);
            Postmaster.of(data).end();
            assertEquals(text, Files.readString(data.postgres().resolve("postmaster.pid")));
        }
    }

    private void postmaster(String text) throws IOException {
        Files.writeString(data.postgres().resolve("postmaster.pid"), text);
    }
}

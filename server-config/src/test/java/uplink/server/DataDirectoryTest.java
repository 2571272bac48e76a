package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path temporary;

    private DataDirectory data;

    @BeforeEach
    void create() {
        data = new DataDirectory(temporary.resolve("data"));
        data.create();
    }

    @Test
    void secretsAreKeptAndForTheOwnerOnly() throws IOException {
        String password = data.secrets().password("db");
        assertEquals(40, password.length());
        assertEquals(password, data.secrets().password("db"));
        assertNotEquals(password, data.secrets().password("broker"));
        assertEquals(32, Base64.getDecoder().decode(data.secrets().key("master")).length);
        Path file = data.secrets().directory().resolve("db");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void emptyingForgetsEverythingButTheLockAndForeignFiles() throws IOException {
        data.secrets().password("db");
        assertTrue(Lock.take(data.lock()));
        new PropertyFile(data.state().resolve("ports")).put("broker", "1");
        Files.createDirectories(data.postgres().resolve("base"));
        Path foreign = Files.writeString(data.path().resolve("notes.txt"), "mine");

        data.empty();

        assertTrue(Files.exists(foreign));
        assertTrue(Files.exists(data.lock()));
        assertFalse(Files.exists(data.postgres()));
        assertFalse(Files.exists(data.state().resolve("ports")));
        assertTrue(data.secrets().find("db").isEmpty());
    }

    @Test
    void emptyingDoesNotFollowLinks() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("file"), "kept");
        Files.createSymbolicLink(data.app(), outside);
        data.empty();
        assertTrue(Files.exists(outside.resolve("file")));
        assertFalse(Files.exists(data.app()));
    }

    @Test
    void portsAreTheSameAfterARestartUnlessTaken() throws IOException {
        int database = new Ports(data.state(), 8080).port("postgres");
        assertEquals(database, new Ports(data.state(), 8080).port("postgres"));
        try (ServerSocket other = new ServerSocket(database, 1, InetAddress.getLoopbackAddress())) {
            assertNotEquals(other.getLocalPort(), new Ports(data.state(), 8080).port("postgres"));
        }
    }

    @Test
    void twoServicesNeverGetOnePort() {
        new PropertyFile(data.state().resolve("ports")).replace(Map.of("a", "20000", "b", "20000"));
        Ports ports = new Ports(data.state(), 8080);
        assertNotEquals(ports.port("a"), ports.port("b"));
    }

    @Test
    void aRunningServerIsFoundAgain() {
        Running self = new Running(ProcessId.of(ProcessHandle.current()), "build-1", "http://localhost:8080");
        self.write(data);
        assertEquals(self, Running.read(data).orElseThrow());
        assertTrue(self.process().find().isPresent());
        Running.forget(data);
        assertTrue(Running.read(data).isEmpty());
    }

    @Test
    void aLaterProcessWithTheSameNumberIsAnother() {
        ProcessId self = ProcessId.of(ProcessHandle.current());
        assertTrue(new ProcessId(self.number(), self.startedAt() - 1000).find().isEmpty());
    }
}

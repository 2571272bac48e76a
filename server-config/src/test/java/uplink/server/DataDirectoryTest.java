package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void anEmptySecretIsRefusedAndNotReplaced() throws IOException {
        Path file = Files.createFile(data.secrets().directory().resolve("master-key"));
        StartFailure refusal =
                assertThrows(StartFailure.class, () -> data.secrets().key("master-key"));
        assertTrue(refusal.getMessage().contains(file + " is lost"));
        assertEquals(0, Files.size(file));
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
        assertTrue(Files.exists(new Marker(data.path()).file()));
        assertFalse(Files.exists(data.postgres()));
        assertFalse(Files.exists(data.state().resolve("ports")));
        assertTrue(data.secrets().find("db").isEmpty());
    }

    @Test
    void emptyingDoesNotFollowLinks() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("file"), "kept");
        Files.delete(data.app());
        Files.createSymbolicLink(data.app(), outside);
        data.empty();
        assertTrue(Files.exists(outside.resolve("file")));
        assertFalse(Files.exists(data.app()));
    }

    @Test
    void onlyTheOwnerMayLookIntoAnyPart() throws IOException {
        for (Path part : List.of(data.path(), data.state(), data.logs(), data.artemis(), data.app())) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(part)));
        }
    }

    @Test
    void partsThatWereOpenAreClosed() throws IOException {
        Files.setPosixFilePermissions(data.artemis(), PosixFilePermissions.fromString("rwxr-xr-x"));
        data.create();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.artemis())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app/code.js", "postgres/notes", "secrets/key", "state/lock", "state/ports", "logs/a.log"})
    void aDirectoryOfSomebodyElseIsRefusedAndLeftAlone(String file) throws IOException {
        Path foreign = temporary.resolve("foreign");
        Files.createDirectories(foreign.resolve(file).getParent());
        Files.writeString(foreign.resolve(file), "mine");
        Files.writeString(foreign.resolve("README"), "mine");
        StartFailure refusal = assertThrows(StartFailure.class, () -> new DataDirectory(foreign).create());
        assertTrue(refusal.getMessage().contains("is not empty and is not one of Uplink's"));
        assertEquals("mine", Files.readString(foreign.resolve(file)));
        try (var files = Files.walk(foreign)) {
            assertEquals(4, files.count());
        }
    }

    @Test
    void anEmptyDirectoryANewDiskAndAHalfMadeOneAreTaken() throws IOException {
        Path disk =
                Files.createDirectories(temporary.resolve("disk/lost+found")).getParent();
        new DataDirectory(disk).create();
        assertTrue(Files.exists(disk.resolve("state/uplink")));
        DataDirectory half = new DataDirectory(temporary.resolve("half"));
        Files.createDirectories(half.state());
        Files.createFile(half.lock());
        half.create();
        half.create();
        assertTrue(Files.exists(half.state().resolve("uplink")));
    }

    @Test
    void aDirectoryFromBeforeTheMarkerIsOurs() throws IOException {
        Files.delete(new Marker(data.path()).file());
        Files.createFile(data.lock());
        new PropertyFile(data.state().resolve("ports")).put("management", "20000");
        data.create();
        assertTrue(Files.exists(new Marker(data.path()).file()));
    }

    @Test
    void databaseFilesThatAreNotWholeAreNeverDeleted() throws IOException {
        Files.createDirectories(data.postgres().resolve("base"));
        PostgresFiles files = new PostgresFiles(data, temporary);
        assertThrows(StartFailure.class, () -> files.create("postgres", temporary));
        assertTrue(Files.exists(data.postgres().resolve("base")));
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

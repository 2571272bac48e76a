package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {
    @TempDir
    Path temporary;

    private final List<Child> started = new ArrayList<>();
    private DataDirectory data;

    @BeforeEach
    void create() {
        data = new DataDirectory(temporary.resolve("data"));
        data.create();
    }

    @AfterEach
    void end() {
        started.forEach(child -> child.stop(Duration.ZERO));
    }

    @Test
    void aRestartThatFailsInAnyWayIsTriedAgain() {
        List<RuntimeException> failures = new ArrayList<>(List.of(
                new UncheckedIOException(new IOException("No space left on device")), new IllegalStateException()));
        Service service = new Service("app", data, Duration.ofSeconds(5), () -> {
            if (started.size() == 1 && !failures.isEmpty()) {
                throw failures.remove(0);
            }
            return child(started.isEmpty() ? "true" : "cat");
        });
        service.start();
        until(service, () -> started.size() == 2);
        assertTrue(failures.isEmpty());
        assertTrue(started.get(1).isAlive());
        service.stop();
        assertFalse(started.get(1).isAlive());
    }

    @Test
    void aHeldServiceStaysDownUntilItIsReleased() throws IOException {
        Path hold = Files.writeString(data.state().resolve("hold-app"), "");
        Service service = new Service("app", data, Duration.ofSeconds(5), () -> child("true"));
        service.start();
        until(service, () -> !Files.exists(data.state().resolve("process-app")));
        service.tend();
        assertEquals(1, started.size());
        Files.delete(hold);
        until(service, () -> started.size() > 1);
    }

    @Test
    void aProcessThatDoesNotBecomeUsefulEnds() {
        Child child = child("cat");
        StartFailure late = assertThrows(
                StartFailure.class,
                () -> child.orEnd(() -> {
                    throw new StartFailure("It does not answer.");
                }));
        assertEquals("It does not answer.", late.getMessage());
        assertFalse(child.isAlive());
    }

    @Test
    void aProcessThatCannotBeRememberedIsNotStarted() throws IOException {
        Files.createDirectories(data.state().resolve("process-app/in-the-way"));
        assertThrows(
                UncheckedIOException.class,
                () -> Child.start(data, "app", List.of("cat"), Map.of("PATH", "/usr/bin:/bin")));
        assertTrue(ProcessHandle.current()
                .children()
                .noneMatch(child -> child.onExit()
                                .completeOnTimeout(null, 10, TimeUnit.SECONDS)
                                .join()
                        == null));
    }

    private Child child(String program) {
        Child child = Child.start(data, "app", List.of(program), Map.of("PATH", "/usr/bin:/bin"));
        started.add(child);
        return child;
    }

    private static void until(Service service, BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline);
            service.tend();
            Pause.millis(10);
        }
    }
}

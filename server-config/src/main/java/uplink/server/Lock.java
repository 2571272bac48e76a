package uplink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The lock on a data directory. It is held until the process is gone, and no shorter: a run that is still stopping must
 * keep the next one out. The kernel lets it go however the process ends.
 */
final class Lock {
    /** A lock that nobody can reach would be closed by the garbage collector. */
    private static final Queue<FileLock> HELD = new ConcurrentLinkedQueue<>();

    private Lock() {}

    /** Takes the lock, and says whether it could be had. */
    static boolean take(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return false;
            }
            HELD.add(lock);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

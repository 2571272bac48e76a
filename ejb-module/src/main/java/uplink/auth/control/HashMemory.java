package uplink.auth.control;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/**
 * The memory that one hash fills, kept for the next: 19 MiB made anew for each hash, and copied about by the collector
 * while it is filled, costs more than a third of the hash. What a password left in it is wiped at once. For one thread at
 * a time.
 */
final class HashMemory implements BlockPool {

    private final Deque<Block> free = new ArrayDeque<>();

    @Override
    public Block allocate() {
        Block block = free.poll();
        return block == null ? new Block() : block;
    }

    @Override
    public void deallocate(Block block) {
        free.push(block.clear());
    }
}

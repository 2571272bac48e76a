package uplink.customer.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure would do; nothing is done.
 *
 * @param obstacles why it cannot be done yet; empty: it can
 * @param goes what is taken away, things of which there are none left out
 * @param stays what is kept without the person, and the law that wants it
 * @param wish the latest wish or deed; null: nobody has asked
 */
public record ErasurePreview(
        UUID customerId,
        String contractNumber,
        List<ErasureObstacle> obstacles,
        List<ErasedThing> goes,
        List<KeepingRule> stays,
        @Nullable Erasure wish) {}

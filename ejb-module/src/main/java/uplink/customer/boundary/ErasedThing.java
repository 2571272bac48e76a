package uplink.customer.boundary;

/**
 * What an erasure takes away.
 *
 * @param thing {@code notes}, {@code contacts}, {@code documents} …
 * @param count of rows that are deleted or emptied
 */
public record ErasedThing(String thing, long count) {}

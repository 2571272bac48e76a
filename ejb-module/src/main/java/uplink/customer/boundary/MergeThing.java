package uplink.customer.boundary;

/** How many there are of something. */
public record MergeThing(String thing, long count) {}

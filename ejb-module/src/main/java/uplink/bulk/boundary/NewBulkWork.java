package uplink.bulk.boundary;

/** A work to be rehearsed: nothing is changed before somebody commits it. */
public record NewBulkWork(BulkKind kind, BulkFilter filter, BulkParameters parameters) {}

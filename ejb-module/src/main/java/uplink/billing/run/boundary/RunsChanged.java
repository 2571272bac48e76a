package uplink.billing.run.boundary;

/** Fired inside the transaction that makes chunks ready: after its commit they are sent to the workers. */
record RunsChanged() {}

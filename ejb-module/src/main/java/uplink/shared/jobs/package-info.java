/** Timed work: which job is due, which node does it, and the leases that prove it. */
@org.jspecify.annotations.NullMarked
package uplink.shared.jobs;

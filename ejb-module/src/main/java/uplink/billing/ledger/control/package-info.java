/** Posting transfers, allocating credit, and the invariants as queries. */
@org.jspecify.annotations.NullMarked
package uplink.billing.ledger.control;

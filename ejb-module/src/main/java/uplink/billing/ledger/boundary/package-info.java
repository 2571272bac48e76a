/** The ledger: balances, transfers, adjustments, and the proof that it all adds up. */
@org.jspecify.annotations.NullMarked
package uplink.billing.ledger.boundary;

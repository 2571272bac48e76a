/** Bill runs, invoices, the ledger and payments. */
@org.jspecify.annotations.NullMarked
package uplink.api.billing;

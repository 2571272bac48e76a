/** What is written here about payments, held against the providers' registers. */
@org.jspecify.annotations.NullMarked
package uplink.billing.reconciliation.boundary;

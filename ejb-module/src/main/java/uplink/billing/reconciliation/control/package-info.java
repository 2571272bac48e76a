/** Registers and what does not agree with them. */
@org.jspecify.annotations.NullMarked
package uplink.billing.reconciliation.control;

/** How money that goes back becomes a transfer, and which invoices get open again. */
@org.jspecify.annotations.NullMarked
package uplink.billing.refund.control;

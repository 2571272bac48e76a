/** Invoices as customers and staff see them. */
@org.jspecify.annotations.NullMarked
package uplink.billing.invoice.boundary;

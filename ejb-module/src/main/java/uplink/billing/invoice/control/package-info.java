/** How invoices and their frozen lines are read and put into words. */
@org.jspecify.annotations.NullMarked
package uplink.billing.invoice.control;

/** How a confirmed payment becomes a transfer and allocations. */
@org.jspecify.annotations.NullMarked
package uplink.billing.payment.control;

/** Money that comes in. */
@org.jspecify.annotations.NullMarked
package uplink.billing.payment.boundary;

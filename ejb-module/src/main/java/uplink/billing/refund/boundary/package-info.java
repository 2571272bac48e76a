/** Money that goes back, corrections by hand, and the second person who approves what is large. */
@org.jspecify.annotations.NullMarked
package uplink.billing.refund.boundary;

/** A customer's notifications. */
@org.jspecify.annotations.NullMarked
package uplink.notification.boundary;

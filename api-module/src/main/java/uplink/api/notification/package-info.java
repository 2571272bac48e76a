/** What the customer was told. */
@org.jspecify.annotations.NullMarked
package uplink.api.notification;

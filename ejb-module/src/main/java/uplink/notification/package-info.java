/** What customers are told. */
@org.jspecify.annotations.NullMarked
package uplink.notification;

/** The ways by which messages go. */
@org.jspecify.annotations.NullMarked
package uplink.web.notification;

/** Push messages: who takes them where, and the three services that bring them. */
@org.jspecify.annotations.NullMarked
package uplink.notification.control.push;

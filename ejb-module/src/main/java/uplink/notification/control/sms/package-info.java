/** Short messages: how a text is cut, and the two ways to a gateway. */
@org.jspecify.annotations.NullMarked
package uplink.notification.control.sms;

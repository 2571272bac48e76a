/** How mails are queued, worded and sent. */
@org.jspecify.annotations.NullMarked
package uplink.notification.control;

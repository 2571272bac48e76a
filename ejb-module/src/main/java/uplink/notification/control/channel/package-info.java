/** The ways by which messages reach people, each behind one interface. */
@org.jspecify.annotations.NullMarked
package uplink.notification.control.channel;

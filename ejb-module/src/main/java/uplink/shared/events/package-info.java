/** Events on their way: from the outbox to the broker, from there through inboxes to the features that listen. */
@org.jspecify.annotations.NullMarked
package uplink.shared.events;

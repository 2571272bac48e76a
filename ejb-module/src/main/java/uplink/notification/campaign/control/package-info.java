/** Campaigns as they are kept, to whom they are, and how they are put into the queue of messages. */
@org.jspecify.annotations.NullMarked
package uplink.notification.campaign.control;

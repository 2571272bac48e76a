/** Words to many customers at once: planned, counted, tried, ordered, stopped and gone on with, and what came of it (ADR 80). */
@org.jspecify.annotations.NullMarked
package uplink.notification.campaign.boundary;

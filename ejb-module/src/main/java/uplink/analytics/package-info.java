/** What happened, in figures by day. */
@org.jspecify.annotations.NullMarked
package uplink.analytics;

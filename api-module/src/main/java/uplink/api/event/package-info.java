/** Events that nobody could handle. */
@org.jspecify.annotations.NullMarked
package uplink.api.event;

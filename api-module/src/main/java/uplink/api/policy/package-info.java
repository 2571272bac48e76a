/** Policies and calendars. */
@org.jspecify.annotations.NullMarked
package uplink.api.policy;

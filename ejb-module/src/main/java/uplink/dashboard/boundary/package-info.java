/** What a customer sees first, gathered from the other features. */
@org.jspecify.annotations.NullMarked
package uplink.dashboard.boundary;

/** Health and metrics for operations. */
@org.jspecify.annotations.NullMarked
package uplink.api.health;

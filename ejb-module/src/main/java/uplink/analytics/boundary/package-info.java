/** Daily figures and the dashboard. */
@org.jspecify.annotations.NullMarked
package uplink.analytics.boundary;

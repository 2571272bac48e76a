/** What follows from debt, and when. */
@org.jspecify.annotations.NullMarked
package uplink.billing.dunning.boundary;

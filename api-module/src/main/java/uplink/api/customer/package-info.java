/** Customers, contracts, subscriptions, imports. */
@org.jspecify.annotations.NullMarked
package uplink.api.customer;

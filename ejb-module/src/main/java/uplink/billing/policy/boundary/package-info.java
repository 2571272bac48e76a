/** Policies as data: terms that hold for groups of customers, by version. */
@org.jspecify.annotations.NullMarked
package uplink.billing.policy.boundary;

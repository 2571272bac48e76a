/** Reads and writes policies. */
@org.jspecify.annotations.NullMarked
package uplink.billing.policy.control;

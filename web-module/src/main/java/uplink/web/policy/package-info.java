/** Policies: dunning, promised payments, freezes, working days. */
@org.jspecify.annotations.NullMarked
package uplink.web.policy;

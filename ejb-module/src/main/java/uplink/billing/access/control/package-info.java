/** Service that is off because of debt, and how it comes back. Knows tables only, so that whoever confirms money may use it. */
@org.jspecify.annotations.NullMarked
package uplink.billing.access.control;

/** Who asks, what is asked, and what it became. */
@org.jspecify.annotations.NullMarked
package uplink.billing.terminal.control;

/** What is due to be collected. */
@org.jspecify.annotations.NullMarked
package uplink.billing.autopay.control;

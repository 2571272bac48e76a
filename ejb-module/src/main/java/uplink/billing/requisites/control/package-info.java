/** Check digits, the text of a payment code, sums in words. */
@org.jspecify.annotations.NullMarked
package uplink.billing.requisites.control;

/** Check digits, and the text of a payment code. */
@org.jspecify.annotations.NullMarked
package uplink.billing.requisites.control;

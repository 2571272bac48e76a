/** Rules and rows. */
@org.jspecify.annotations.NullMarked
package uplink.billing.promise.control;

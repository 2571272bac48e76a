/** Voluntary freeze: service that rests by a customer's wish. */
@org.jspecify.annotations.NullMarked
package uplink.billing.freeze.boundary;

/** Promised payment: service on the word of a customer. */
@org.jspecify.annotations.NullMarked
package uplink.billing.promise.boundary;

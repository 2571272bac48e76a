/** Rating. */
@org.jspecify.annotations.NullMarked
package uplink.api.rating;

/** Hashes, tokens, throttles: how sign-in is done. */
@org.jspecify.annotations.NullMarked
package uplink.auth.control;

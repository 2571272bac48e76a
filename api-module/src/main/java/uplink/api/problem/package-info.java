/** Refusals and errors as RFC 9457 problems. */
@org.jspecify.annotations.NullMarked
package uplink.api.problem;

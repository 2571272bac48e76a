/** Requests that may be repeated: the first answer is kept and given again. */
@org.jspecify.annotations.NullMarked
package uplink.shared.idempotency;

/** Several answers at the same time, within one deadline; what is late or fails is left out and named. */
@org.jspecify.annotations.NullMarked
package uplink.shared.gather;

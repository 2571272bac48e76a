/** Places and coverage in SQL, and how an address that somebody wrote finds its place. */
@org.jspecify.annotations.NullMarked
package uplink.address.control;

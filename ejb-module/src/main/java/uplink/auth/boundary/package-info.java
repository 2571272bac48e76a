/** The way in: sign-in, users, the first administrator, keys. */
@org.jspecify.annotations.NullMarked
package uplink.auth.boundary;

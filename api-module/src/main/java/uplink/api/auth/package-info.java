/** Sign-in and account. */
@org.jspecify.annotations.NullMarked
package uplink.api.auth;

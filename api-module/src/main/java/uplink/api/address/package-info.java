/** Places and coverage over the API. */
@org.jspecify.annotations.NullMarked
package uplink.api.address;

/** Testing only. */
@org.jspecify.annotations.NullMarked
package uplink.api.test;

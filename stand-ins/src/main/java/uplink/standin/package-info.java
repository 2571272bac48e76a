/** Servers that behave like the ones Uplink talks to: for the demo, and for tests of what such servers do to us. */
@org.jspecify.annotations.NullMarked
package uplink.standin;

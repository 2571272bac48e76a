/** Addresses: the tree of places, and what can be connected there. */
@org.jspecify.annotations.NullMarked
package uplink.web.address;

/** Places as a tree, and what can be connected there. */
@org.jspecify.annotations.NullMarked
package uplink.address.boundary;

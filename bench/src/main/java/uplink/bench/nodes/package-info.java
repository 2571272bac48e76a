/** What a second node does for a bill run. */
@org.jspecify.annotations.NullMarked
package uplink.bench.nodes;

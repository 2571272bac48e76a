/** How long somebody who was suspended for debt waits for service once the money is there. */
@org.jspecify.annotations.NullMarked
package uplink.bench.restore;

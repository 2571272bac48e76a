/** Payment terminals: who collects, and the protocol they ask in. */
@org.jspecify.annotations.NullMarked
package uplink.billing.terminal.boundary;

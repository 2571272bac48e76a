/** How long events wait, and what becomes of those of an outage. */
@org.jspecify.annotations.NullMarked
package uplink.bench.outage;

/** A ledger of a million transfers with a thousand wrong kopecks in it, and the product's own check of it. */
package uplink.bench.invariants;

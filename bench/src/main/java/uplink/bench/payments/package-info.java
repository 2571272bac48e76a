/** Payments a second through the API beside the same rows written by pgbench. */
package uplink.bench.payments;

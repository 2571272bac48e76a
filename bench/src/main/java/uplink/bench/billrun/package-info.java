/** The bill run against plain SQL that writes the same rows. */
package uplink.bench.billrun;

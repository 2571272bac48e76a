/** What work costs: processor time of this JVM and of PostgreSQL, WAL, memory. */
package uplink.bench.meter;

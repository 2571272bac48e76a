/** How a run is planned, cut into chunks and worked off: set-wise, one database transaction a chunk. */
@org.jspecify.annotations.NullMarked
package uplink.billing.run.control;

/** Outages in SQL, and what an address that somebody typed has to do with them. */
@org.jspecify.annotations.NullMarked
package uplink.network.control;

/** The network's outages: for anyone, and for staff. */
@org.jspecify.annotations.NullMarked
package uplink.api.network;

/** Where service is down, told by people: outages, their places, and who is affected. */
@org.jspecify.annotations.NullMarked
package uplink.network.boundary;

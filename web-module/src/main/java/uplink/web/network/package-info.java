/** Where service is down: outages, and who is affected. */
@org.jspecify.annotations.NullMarked
package uplink.web.network;

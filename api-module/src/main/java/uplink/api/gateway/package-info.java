/** What every request passes before it meets a resource; the order is in web.xml. */
@org.jspecify.annotations.NullMarked
package uplink.api.gateway;

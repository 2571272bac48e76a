/** How people come to be connected: applications. */
@org.jspecify.annotations.NullMarked
package uplink.web.connection;

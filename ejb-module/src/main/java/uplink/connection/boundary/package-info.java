/** How people come to be connected: applications, crews and their time, visits. */
@org.jspecify.annotations.NullMarked
package uplink.connection.boundary;

/** How people come to be connected: for anyone, for customers and for staff. */
@org.jspecify.annotations.NullMarked
package uplink.api.connection;

/**
 * Starts Uplink: database, broker, schema, application server, each in a process of its own. {@link uplink.server.Run}
 * is the supervisor; {@link uplink.server.AppProcess} and {@link uplink.server.BrokerProcess} are what it starts.
 */
package uplink.server;

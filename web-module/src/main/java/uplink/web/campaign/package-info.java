/** Words to many customers, in the console: listed, planned, written and tried, ordered, watched. */
@org.jspecify.annotations.NullMarked
package uplink.web.campaign;

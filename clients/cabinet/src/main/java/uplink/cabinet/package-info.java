/** How the customers' cabinet is handed out: its files and their headers. What it does is in its scripts. */
@org.jspecify.annotations.NullMarked
package uplink.cabinet;

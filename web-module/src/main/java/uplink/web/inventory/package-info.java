/** Devices in the console: what is in the store and who has it. */
@org.jspecify.annotations.NullMarked
package uplink.web.inventory;

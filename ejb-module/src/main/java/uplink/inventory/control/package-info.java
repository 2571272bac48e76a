/** How devices are spelled, found, moved and charged for. */
package uplink.inventory.control;

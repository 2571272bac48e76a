/** What hangs at customers' walls and lies in the store: models, warehouses, devices, and where each device has been. */
package uplink.inventory.boundary;

/** Devices, their models and warehouses over the API. */
package uplink.api.inventory;

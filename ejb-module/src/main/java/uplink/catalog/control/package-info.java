/** How the catalogue is read, checked and written. */
package uplink.catalog.control;

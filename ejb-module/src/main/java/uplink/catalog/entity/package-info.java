/** The catalogue's aggregate roots. */
package uplink.catalog.entity;

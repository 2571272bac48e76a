/** What is sold and for how much: tariffs and their versions, packages, one-off fees, discounts, taxes. */
package uplink.catalog.boundary;

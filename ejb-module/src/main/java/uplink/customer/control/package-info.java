/** How customers are checked, found and imported. */
package uplink.customer.control;

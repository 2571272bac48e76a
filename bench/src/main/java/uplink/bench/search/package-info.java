/** How fast a customer is found, against the same search in plain SQL. */
package uplink.bench.search;

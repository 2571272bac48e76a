/** The contract of rating: terms, timelines, what was billed, and the explained lines that come out. */
package uplink.billing.rating.boundary;

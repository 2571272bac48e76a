/** The rating engine: pure functions from a timeline and what was billed to what is to be billed. No clock, no database. */
package uplink.billing.rating.control;

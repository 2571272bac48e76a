/** The bill run: previewed, committed, watched, stopped and resumed; and the customers that it could not bill. */
@org.jspecify.annotations.NullMarked
package uplink.billing.run.boundary;

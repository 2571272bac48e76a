/** Statements of banks, and the desk for what did not match. */
@org.jspecify.annotations.NullMarked
package uplink.billing.statement.boundary;

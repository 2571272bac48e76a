/** Reading statements, proving them, finding out whose the money is. */
@org.jspecify.annotations.NullMarked
package uplink.billing.statement.control;

/** What a receipt says, and the services that print it. */
@org.jspecify.annotations.NullMarked
package uplink.billing.fiscal.control;

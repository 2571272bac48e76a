/** What is due, collected from the account or a saved card by the customer's consent. */
@org.jspecify.annotations.NullMarked
package uplink.billing.autopay.boundary;

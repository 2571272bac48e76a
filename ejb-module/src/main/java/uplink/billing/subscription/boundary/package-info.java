/** What a customer is subscribed to, with the dated history that rating reads. */
package uplink.billing.subscription.boundary;

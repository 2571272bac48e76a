/** Subscriptions and the events of their history. */
package uplink.billing.subscription.entity;

/** From the recorded history to the rating engine's timelines, and the rules of that history. */
package uplink.billing.subscription.control;

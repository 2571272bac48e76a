/** Dunning day by day: reminders, suspensions, write-offs, set by set. */
@org.jspecify.annotations.NullMarked
package uplink.billing.dunning.control;

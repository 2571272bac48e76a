/** What every feature stands on: money, time, ids, problems, pages, callers and their permissions, events. */
@org.jspecify.annotations.NullMarked
package uplink.shared;

/** How long things are kept: the rules, what they would take, and what they took. */
@org.jspecify.annotations.NullMarked
package uplink.retention.boundary;

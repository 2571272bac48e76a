/** Rules and runs as they are kept, and what is due by them. */
@org.jspecify.annotations.NullMarked
package uplink.retention.control;

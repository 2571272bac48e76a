@org.jspecify.annotations.NullMarked
package uplink.audit.control;

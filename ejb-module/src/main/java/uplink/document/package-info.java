/** Papers as PDF. */
@org.jspecify.annotations.NullMarked
package uplink.document;

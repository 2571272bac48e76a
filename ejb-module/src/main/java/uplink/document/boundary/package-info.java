/** Papers that customers hold, and the templates that they are made of. */
@org.jspecify.annotations.NullMarked
package uplink.document.boundary;

/** Papers as files. */
@org.jspecify.annotations.NullMarked
package uplink.api.document;

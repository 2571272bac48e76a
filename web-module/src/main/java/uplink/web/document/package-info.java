/** Templates of papers. */
@org.jspecify.annotations.NullMarked
package uplink.web.document;

/** How long things are kept, over the API. */
@org.jspecify.annotations.NullMarked
package uplink.api.retention;

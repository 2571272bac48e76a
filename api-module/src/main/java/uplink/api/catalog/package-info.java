/** What is sold. */
@org.jspecify.annotations.NullMarked
package uplink.api.catalog;

/** The REST API: resources call boundaries of the business, one call each. */
@org.jspecify.annotations.NullMarked
package uplink.api;

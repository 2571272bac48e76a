/** What OpenAPI says about all operations alike. */
@org.jspecify.annotations.NullMarked
package uplink.api.openapi;

/**
 * The OpenAPI document: made from the resources at build time, because the server's own scanner knows neither records nor
 * our JSON; served at {@code /openapi} and to Swagger UI.
 */
@org.jspecify.annotations.NullMarked
package uplink.api.openapi;

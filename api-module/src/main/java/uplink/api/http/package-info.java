/** Helpers of resources: language, entity tags, parameters. */
@org.jspecify.annotations.NullMarked
package uplink.api.http;

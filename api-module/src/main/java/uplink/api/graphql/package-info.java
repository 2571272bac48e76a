/** GraphQL over the same boundaries as the rest of the API: one round trip for a client that shows many things. */
@org.jspecify.annotations.NullMarked
package uplink.api.graphql;

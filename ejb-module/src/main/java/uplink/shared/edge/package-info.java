/** What the API and the console ask about whoever comes from outside: where from, and how often. */
@org.jspecify.annotations.NullMarked
package uplink.shared.edge;

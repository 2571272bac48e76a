/** One change for many customers, over the API. */
@org.jspecify.annotations.NullMarked
package uplink.api.bulk;

/** One change for many customers, in the console: ordered from their list, rehearsed, watched, taken back. */
@org.jspecify.annotations.NullMarked
package uplink.web.bulk;

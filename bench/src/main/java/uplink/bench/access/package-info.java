/** What identity costs: authentication beside the same read without it, sign-ins beside their hashes, and a storm of them. */
@org.jspecify.annotations.NullMarked
package uplink.bench.access;

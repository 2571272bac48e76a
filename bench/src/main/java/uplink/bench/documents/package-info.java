/** What the files of a bill run's invoices cost. */
@org.jspecify.annotations.NullMarked
package uplink.bench.documents;

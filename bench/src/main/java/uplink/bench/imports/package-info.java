/** The import of a subscriber base against COPY of the same rows. */
package uplink.bench.imports;

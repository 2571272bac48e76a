/** Tables that people save from spreadsheets. */
@org.jspecify.annotations.NullMarked
package uplink.shared.table;

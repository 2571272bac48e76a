package uplink.bench.billrun;

import uplink.bench.meter.Cost;

/**
 * One round of measurements: two months on one new installation, and the floor of the second.
 *
 * @param first the first month that the installation ever bills
 * @param second a month like any other: the tables have rows, people have changed tariffs
 * @param preview of the second month
 * @param floor plain SQL writing the rows of the second month
 * @param firstInvoices invoices of the first month
 * @param invoices invoices of the second month
 * @param lines lines on them
 */
record Round(Cost first, Cost preview, Cost second, Cost floor, long firstInvoices, long invoices, long lines) {}

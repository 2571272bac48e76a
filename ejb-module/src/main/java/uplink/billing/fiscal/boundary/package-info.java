/** Fiscal receipts: what the law (54-ФЗ) wants a cash register to print about money that came. */
@org.jspecify.annotations.NullMarked
package uplink.billing.fiscal.boundary;

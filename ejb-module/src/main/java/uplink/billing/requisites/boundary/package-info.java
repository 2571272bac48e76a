/** Who is paid: the provider's bank details, and the papers and codes that are made of them. */
@org.jspecify.annotations.NullMarked
package uplink.billing.requisites.boundary;

/** Customers, their contracts and addresses: the entities guard their own state. */
package uplink.customer.entity;

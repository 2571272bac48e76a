/** Who is served, where and under which contract; and how a whole base of customers is taken over from a file. */
package uplink.customer.boundary;

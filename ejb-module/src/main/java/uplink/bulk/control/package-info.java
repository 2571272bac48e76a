/** Works and what they are about, as they are kept, and what each kind of work does to one customer. */
@org.jspecify.annotations.NullMarked
package uplink.bulk.control;

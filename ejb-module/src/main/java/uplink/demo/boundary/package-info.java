/** The demo provider: a catalogue, some 300 customers and half a year of history, made through the real boundaries. */
@org.jspecify.annotations.NullMarked
package uplink.demo.boundary;

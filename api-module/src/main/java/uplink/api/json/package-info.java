/** JSON on the wire: strict in, stable out. */
@org.jspecify.annotations.NullMarked
package uplink.api.json;

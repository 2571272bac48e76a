@org.jspecify.annotations.NullMarked
package uplink.web.imports;

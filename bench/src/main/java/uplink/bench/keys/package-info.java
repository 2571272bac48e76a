/** The same request many times at once, over two nodes: one charge for one key. */
package uplink.bench.keys;

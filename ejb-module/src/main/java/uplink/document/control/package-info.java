/** How a paper comes about: a model of texts, a template that is filled in, a printer, and where it is kept. */
@org.jspecify.annotations.NullMarked
package uplink.document.control;

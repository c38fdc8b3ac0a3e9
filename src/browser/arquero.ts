/**
 * Arquero for the cells of the page Explore.
 *
 * Framework would serve Arquero's own module, which asks for `node:fs/promises` and so fails in a browser.
 */
export * from "arquero";

/** The browser-safe door of the library: it exports, and holds nothing of its own. */
export {};

/** The version that stands in every result; a test holds it to package.json. */
export const VERSION = "0.1.0";

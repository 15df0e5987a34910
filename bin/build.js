/** `npm run build`: builds everything into dist/, whether or not it has changed. */
import { build } from "./setup/dist.js";
import { root, sayAndExit } from "./setup.js";

try {
  build(root, "info");
} catch (failure) {
  sayAndExit(failure);
}

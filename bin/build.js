/** `npm run build`: builds everything into dist/, whether or not it has changed. */
import { build } from "./setup/dist.js";
import { requireNode, root, sayAndExit } from "./setup.js";

try {
  requireNode();
  build(root, "info");
} catch (failure) {
  sayAndExit(failure);
}

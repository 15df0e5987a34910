import { buildIsCurrent } from "../bin/setup/dist.js";
import { root } from "./architecture/sources.ts";

/** For tests of what is built: `npm test` builds first; a vitest started by hand does not. */
export function requireBuild(): void {
  if (!buildIsCurrent(root))
    throw new Error("dist/ is missing or older than its sources. Run npm run build first.");
}

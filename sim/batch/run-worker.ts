/** The thread of a batch: piscina calls the default export once per task. */
import manifest from "../../package.json" with { type: "json" };

/** The version of the code that a thread runs, which a batch compares with its own. */
export default function version(): string {
  return manifest.version;
}

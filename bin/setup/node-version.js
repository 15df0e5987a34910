/** The first thing that every command checks. It imports nothing, so that an old Node reaches the message. */
const needed = { major: 20, minor: 19 };

/**
 * @param {string} [version] what `process.versions.node` says
 * @throws {Error} in one clear line, where Node is too old to run urflow
 */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > needed.major || (major === needed.major && minor >= needed.minor)) return;
  throw new Error(
    `urflow needs Node ${needed.major}.${needed.minor} or newer; this is Node ${version}. ` +
      "Install the current release from https://nodejs.org and try again.",
  );
}

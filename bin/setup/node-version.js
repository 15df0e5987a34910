/**
 * The first thing that every command checks. It imports nothing, so that an old Node reaches the message.
 */
const needed = { major: 20, minor: 19 };

/**
 * Ends the process with one clear line where Node is too old to run urflow.
 *
 * @param {string} [version] what `process.versions.node` says
 * @returns {void}
 */
export function requireNode(version = process.versions.node) {
  const complaint = complaintAboutNode(version);
  if (complaint === undefined) return;
  console.error(complaint);
  process.exit(1);
}

/**
 * @param {string} version such as "20.19.1"
 * @returns {string | undefined} what is wrong and how to mend it
 */
export function complaintAboutNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > needed.major || (major === needed.major && minor >= needed.minor)) return undefined;
  return (
    `urflow needs Node ${needed.major}.${needed.minor} or newer; this is Node ${version}. ` +
    "Install the current release from https://nodejs.org and try again."
  );
}

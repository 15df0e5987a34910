/** Opening the user's browser, where there is one to open. */
import { spawn } from "node:child_process";

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {boolean} whether a browser window would reach the person who typed the command
 */
export function hasDesktop(env, platform) {
  if (env["CI"] !== undefined && env["CI"] !== "" && env["CI"] !== "false") return false;
  if (platform === "darwin" || platform === "win32") return true;
  return Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
}

/**
 * Asks the desktop to show an address. It may fail silently: the address is printed as well.
 *
 * @param {string} url
 * @param {NodeJS.Platform} platform
 */
export function openBrowser(url, platform) {
  const [command, args] = opener(url, platform);
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

/**
 * @param {string} url
 * @param {NodeJS.Platform} platform
 * @returns {[command: string, args: string[]]}
 */
function opener(url, platform) {
  if (platform === "darwin") return ["open", [url]];
  // The empty string is the title of the window, which `start` takes first.
  if (platform === "win32") return ["cmd", ["/c", "start", "", url]];
  return ["xdg-open", [url]];
}

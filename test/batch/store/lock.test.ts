import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LOCK_NAME, lockFolder } from "../../../sim/batch/store/lock.ts";
import { temporaryFolder } from "../disk.ts";

const claim = (folder: string, owner: object): void =>
  writeFileSync(join(folder, LOCK_NAME), JSON.stringify(owner));

/** The number of a process that has ended. */
const deadProcess = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

test("a lock is given free again", async () => {
  const folder = temporaryFolder();
  const free = await lockFolder(folder);
  expect(existsSync(join(folder, LOCK_NAME))).toBe(true);
  await free();
  expect(existsSync(join(folder, LOCK_NAME))).toBe(false);
});

test("a folder that a living process holds is refused, and the message names it", async () => {
  const folder = temporaryFolder();
  const holder = process.ppid;
  claim(folder, { host: hostname(), process: holder, started: startOf(holder) });
  await expect(lockFolder(folder)).rejects.toThrow(`process ${holder}`);
});

test("a lock whose process is gone is taken over", async () => {
  const folder = temporaryFolder();
  claim(folder, { host: hostname(), process: deadProcess(), started: "" });
  const free = await lockFolder(folder);
  expect(readFileSync(join(folder, LOCK_NAME), "utf8")).toContain(`"process":${process.pid}`);
  await free();
});

test.skipIf(!existsSync("/proc/self/stat"))(
  "a lock of an earlier process with the same number is taken over",
  async () => {
    const folder = temporaryFolder();
    claim(folder, { host: hostname(), process: process.ppid, started: "another boot 1" });
    const free = await lockFolder(folder);
    expect(readFileSync(join(folder, LOCK_NAME), "utf8")).toContain(`"process":${process.pid}`);
    await free();
  },
);

test("a lock of another machine is respected, for its processes cannot be seen", async () => {
  const folder = temporaryFolder();
  claim(folder, { host: "elsewhere.example", process: deadProcess(), started: "" });
  await expect(lockFolder(folder)).rejects.toThrow(/elsewhere\.example.*remove .*urflow-lock/);
});

test("a lock that a kill left empty is nobody's", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, LOCK_NAME), "");
  const free = await lockFolder(folder);
  expect(readFileSync(join(folder, LOCK_NAME), "utf8")).toContain(`"process":${process.pid}`);
  await free();
});

/** When a process began, as a lock says it: on Linux, the boot and the clock ticks since; elsewhere nothing. */
function startOf(id: number): string {
  if (!existsSync(`/proc/${id}/stat`)) return "";
  const status = readFileSync(`/proc/${id}/stat`, "utf8");
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return `${boot} ${status.slice(status.lastIndexOf(")") + 2).split(" ")[19]}`;
}

/** Schools, clinics and hospitals that policies pay for by kind, and branches of the county hospital in towns. */
import { leverIndex } from "../../policy/resolve.ts";
import { SEAT, TOWN } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { openPurse } from "./purse.ts";

/** One month of care, of all places where a policy says so; says whether a branch was opened or closed. */
export function openCare(setting: Setting): () => boolean {
  const { world } = setting;
  const { settlements: s, levers } = world;
  const { settlements: count, scale, levers: stride } = world.sizes;
  const kinds = [
    { lever: leverIndex("schoolBudget"), extra: s.extraSchool },
    { lever: leverIndex("clinicBudget"), extra: s.extraClinic },
    { lever: leverIndex("hospitalBudget"), extra: s.extraHospital },
  ] as const;
  const hospital = kinds[2].lever;
  const branch = leverIndex("townHospital");
  const pay = openPurse(setting);

  const spend = (j: number, lever: number, yuan: number): number => {
    if (yuan > 0) pay(j, lever, yuan);
    return yuan;
  };

  /** Opens, runs or closes the branch of a town; says whether it opened or closed. */
  const runBranch = (j: number): boolean => {
    const yearly = s.tier[j] === TOWN ? levers.value[j * stride + branch] : 0;
    s.extraHospital[j] += spend(j, branch, Math.floor(yearly / 12));
    const stands = yearly > 0 ? 1 : 0;
    const changed = s.hospitalBranch[j] !== stands;
    s.hospitalBranch[j] = stands;
    return changed;
  };

  return () => {
    let changed = false;
    for (let j = 0; j < count; j++) {
      for (const { lever, extra } of kinds) {
        const stands = lever !== hospital || s.tier[j] >= SEAT || s.hospitalBranch[j] === 1;
        const perHead = stands ? levers.value[j * stride + lever] : 0;
        extra[j] = spend(j, lever, Math.floor((perHead * s.residents[j] * scale) / 12));
      }
      if (runBranch(j)) changed = true;
    }
    return changed;
  };
}

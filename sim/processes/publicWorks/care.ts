/** Schools, clinics and hospitals that policies pay for by kind, and branches of the county hospital in towns. */
import { type Lever, leverValues } from "../../policy/levers.ts";
import { SEAT, TOWN } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { openPurse } from "./purse.ts";

/** One month of care, of all places where a policy says so; says whether a branch was opened or closed. */
export function openCare(setting: Setting): () => boolean {
  const { world } = setting;
  const { settlements: s } = world;
  const { settlements: count, scale } = world.sizes;
  const kinds = [
    { lever: "schoolBudget", budget: leverValues(world, "schoolBudget"), extra: s.extraSchool },
    { lever: "clinicBudget", budget: leverValues(world, "clinicBudget"), extra: s.extraClinic },
    { lever: "hospitalBudget", budget: leverValues(world, "hospitalBudget"), extra: s.extraHospital },
  ] as const;
  const branch = leverValues(world, "townHospital");
  const pay = openPurse(setting);

  const spend = (j: number, lever: Lever, yuan: number): number => {
    if (yuan > 0) pay(j, lever, yuan);
    return yuan;
  };

  /** Opens, runs or closes the branch of a town; says whether it opened or closed. */
  const runBranch = (j: number): boolean => {
    const yearly = s.tier[j] === TOWN ? branch[j] : 0;
    s.extraHospital[j] += spend(j, "townHospital", Math.floor(yearly / 12));
    const stands = yearly > 0 ? 1 : 0;
    const changed = s.hospitalBranch[j] !== stands;
    s.hospitalBranch[j] = stands;
    return changed;
  };

  return () => {
    let changed = false;
    for (let j = 0; j < count; j++) {
      for (const { lever, budget, extra } of kinds) {
        const stands = lever !== "hospitalBudget" || s.tier[j] >= SEAT || s.hospitalBranch[j] === 1;
        const perHead = stands ? budget[j] : 0;
        extra[j] = spend(j, lever, Math.floor((perHead * s.residents[j] * scale) / 12));
      }
      if (runBranch(j)) changed = true;
    }
    return changed;
  };
}

/** Schooling of firms' workers at the start, as it raises their pay; what they make rises with it from then on. */
import type { Assumptions } from "../../policy/parameters.ts";
import { schoolingPremium } from "../../processes/households/households.ts";
import { Activity } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";

export function startSkill({ persons: p, settlements: s, clock, sizes }: World, a: Assumptions): void {
  const workers = new Float64Array(sizes.settlements);
  const premiums = new Float64Array(sizes.settlements);
  let all = 0;
  let sum = 0;
  for (let i = 0; i < clock.personRows[0]; i++) {
    const does = p.activity[i];
    if (does < Activity.processing || does > Activity.services) continue;
    const premium = schoolingPremium(p.schooling[i], a.schoolingReturn);
    workers[p.workplace[i]]++;
    premiums[p.workplace[i]] += premium;
    all++;
    sum += premium;
  }
  for (let j = 0; j < sizes.settlements; j++) {
    s.skill[j] = 1;
    s.startSkill[j] = workers[j] > 0 ? premiums[j] / workers[j] : all > 0 ? sum / all : 1;
  }
}

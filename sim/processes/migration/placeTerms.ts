/** What every place offers this month, in the units of utility: worked out once a month, not once a person. */
import { fastLn } from "../../numerics/fast.ts";
import { remembered } from "../../numerics/remembered.ts";
import { leverValues } from "../../policy/levers.ts";
import { ACTIVITIES, Activity, MEAN_SCHOOLING } from "../../world/persons.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { LEAST_INCOME, looksTerm, MARKET_UNIT, REGISTRATION_BY_TIER, serviceTerm } from "./terms.ts";

/** Whether schooling raises the income of someone who does this. */
export const isSkilled = (activity: number): boolean =>
  activity >= Activity.searching && activity <= Activity.outside;

/** What the terms of places are made of, but for the jobs there, which the moves change. */
export const PLACE_READS = [
  "settlements.tier",
  "settlements.jurisdiction",
  "settlements.zone",
  "settlements.wage",
  "settlements.startWage",
  "settlements.farmIncome",
  "settlements.jobChance",
  "settlements.rentShare",
  "settlements.access",
  "settlements.appearance",
  "zones.first",
  "zones.count",
  "reach.minutes",
  "levers.value",
] as const;

/** Where measuring writes how large each place is as a market for labour. */
export const SIZE_WRITES = ["settlements.size", "settlements.sizeBefore", "zones.size"] as const;

export interface PlaceTerms {
  /** Measures and looks. */
  refresh(month: number): void;
  /** Tells the world how large each place is as a market for labour. */
  readonly measure: () => void;
  /** Takes in what the world says of each place; changes nothing in it. */
  look(month: number): void;
  /** Logarithm of the monthly income of a worker of mean schooling, flat by place and activity. */
  readonly pay: Float64Array;
  /** Logarithm of the premium by years of schooling. */
  readonly lnSkill: Float64Array;
  readonly lnAfterRent: Float64Array;
  /** Utility of services with and without registration. */
  readonly servicesFull: Float64Array;
  readonly servicesPart: Float64Array;
  readonly registration: Float64Array;
  /** Utility of what public works have renewed there. */
  readonly looks: Float64Array;
  /** Size term of a place as a market: σ b ln(S / 100,000), σ the scale of the choice among places. */
  readonly size: Float64Array;
  /** ln(1 + hours) by row of reach; looked at each January, since ways across borders may have become shorter. */
  readonly lnHours: Float64Array;
}

/** @param spread σ of the size term; that of the choice where nothing else is said */
export function openPlaces({ world, assumptions: a, drivers }: Setting, spread = a.choiceScale): PlaceTerms {
  const { settlements: s, zones: z, reach } = world;
  const { settlements: count, zones, scale } = world.sizes;
  const ease = leverValues(world, "registrationEase");
  const pay = new Float64Array(count * ACTIVITIES);
  const lnAfterRent = new Float64Array(count);
  const servicesFull = new Float64Array(count);
  const servicesPart = new Float64Array(count);
  const registration = new Float64Array(count);
  const looks = new Float64Array(count);
  const size = new Float64Array(count);
  const lnSkill = Float64Array.from(
    { length: 32 },
    (_, years) => a.schoolingReturn * (years - MEAN_SCHOOLING),
  );
  const lnHours = new Float64Array(world.sizes.reach);
  const takeHours = (): void => {
    for (let row = 0; row < lnHours.length; row++) lnHours[row] = fastLn(1 + reach.minutes[row] / 60);
  };
  takeHours();
  const lnIncome = (monthly: number): number => fastLn(Math.max(LEAST_INCOME, monthly));
  // In most places most of this stays as it was last month.
  const lnSearching = remembered(count, lnIncome);
  const lnLeft = remembered(count, (rentShare) => fastLn(1 - Math.min(0.95, rentShare)));
  const service = (access: number, entitled: number): number =>
    serviceTerm(access, entitled, a.serviceWeight);
  const serviceFull = remembered(count, service);
  const servicePart = remembered(count, service);
  const sizeOf = remembered(count, (jobs) => spread * a.sizeWeight * fastLn(Math.max(1, jobs) / MARKET_UNIT));

  /**
   * Sizes of destinations: the modern jobs of each place, summed by zone. Size stands for how many alternatives a place
   * holds (Ben-Akiva & Lerman 1985, ch. 9), so those who wait for a job there don't count.
   */
  const takeSizes = (): void => {
    for (let zone = 0; zone < zones; zone++) {
      let sum = 0;
      for (let j = z.first[zone]; j < z.first[zone] + z.count[zone]; j++) {
        s.sizeBefore[j] = sum;
        if (s.tier[j] !== OUTSIDE) {
          s.size[j] = (s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j]) * scale;
        }
        sum += s.size[j];
      }
      z.size[zone] = sum;
    }
  };

  const lnPension = lnIncome(a.pensionRural);

  const takePay = (j: number, month: number): void => {
    const row = j * ACTIVITIES;
    pay[row + Activity.retired] = lnPension;
    if (s.tier[j] === OUTSIDE) {
      pay[row + Activity.outside] = lnIncome(
        s.startWage[j] * drivers.outsideWage[month] * (1 - a.naturalUnemployment),
      );
      return;
    }
    const wage = lnIncome(s.wage[j]);
    pay[row + Activity.farming] = lnIncome(s.farmIncome[j]);
    // Harris & Todaro 1970: who looks for work counts on the wage times the chance to have it, as it is in that very
    // place; where there are no jobs there is none, whatever the town's other places offer.
    pay[row + Activity.searching] = lnSearching(j, s.wage[j] * s.jobChance[j]);
    for (let does = Activity.processing; does <= Activity.public; does++) pay[row + does] = wage;
  };

  const look = (month: number): void => {
    if (month % 12 === 0) takeHours();
    for (let j = 0; j < count; j++) {
      takePay(j, month);
      const eased = ease[j];
      lnAfterRent[j] = lnLeft(j, s.rentShare[j]);
      servicesFull[j] = serviceFull(j, s.access[j], 1);
      servicesPart[j] = servicePart(j, s.access[j], a.entitlement + (1 - a.entitlement) * eased);
      registration[j] = -a.registrationBarrier * REGISTRATION_BY_TIER[s.tier[j]] * (1 - eased);
      looks[j] = looksTerm(s.appearance[j], a.appearanceWeight);
      size[j] = sizeOf(j, s.size[j]);
    }
  };

  return {
    lnSkill,
    lnAfterRent,
    servicesFull,
    servicesPart,
    registration,
    looks,
    size,
    lnHours,
    pay,
    measure: takeSizes,
    look,
    refresh(month) {
      takeSizes();
      look(month);
    },
  };
}

/**
 * Model step 4, enterprises: what this month did to the firms of a place and sector is booked to each of them; some
 * close, some are founded, some move; once a year each becomes better or worse at what it does. It comes behind all that
 * moves firms' accounts, last in the month, so at the end of a month the sums of enterprises are those of `firms`.
 */
import type { Process } from "../process.ts";
import { openAccounts } from "./accounts.ts";
import { openClosing } from "./closing.ts";
import { openFounding } from "./founding.ts";
import { openLenders } from "./lenders.ts";
import { openMoving } from "./moving.ts";
import { openProgress } from "./progress.ts";

export const enterprises: Process = {
  name: "enterprises",
  reads: [
    "clock.personRows",
    "persons.key",
    "persons.flags",
    "persons.activity",
    "persons.mode",
    "persons.household",
    "persons.residence",
    "persons.left",
    "households.home",
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.zone",
    "settlements.town",
    "settlements.seat",
    "settlements.core",
    "settlements.industrial",
    "settlements.commercial",
    "settlements.expectedDemand",
    "settlements.wage",
    "firms.value",
    "firms.returns",
    "firms.prospect",
    "firms.placeProductivity",
    "firms.lent",
    "firms.interest",
    "firms.invested",
    "firms.granted",
    "firms.paidOut",
    "zones.tier",
    "zones.jurisdiction",
    "zones.count",
    "zonePairs.minutes",
    "levers.value",
  ],
  writes: [
    "clock.enterpriseRows",
    "clock.freeEnterprise",
    "clock.enterprises",
    "clock.enterprisesFounded",
    "clock.enterprisesClosed",
    "clock.enterprisesSettled",
    "clock.villageLentAway",
    "enterprises.key",
    "enterprises.next",
    "enterprises.settlement",
    "enterprises.sector",
    "enterprises.born",
    "enterprises.flags",
    "enterprises.stands",
    "enterprises.short",
    "enterprises.losing",
    "enterprises.capital",
    "enterprises.cash",
    "enterprises.debt",
    "enterprises.efficiency",
    "enterprises.pull",
    "relocations.count",
    "relocations.capital",
    "firms.capital",
    "firms.cash",
    "firms.debt",
    "firms.efficiency",
    "firms.productivity",
    "firms.scrapped",
    "firms.writtenOff",
    "persons.savings",
    "settlements.deposits",
    "settlements.profitPool",
    "settlements.serviceDemand",
    "jurisdictions.cash",
    "jurisdictions.vault",
    "jurisdictions.equity",
    "zonePairs.loans",
    "zonePairs.capital",
  ],
  prepare(setting) {
    const { world, assumptions } = setting;
    const lenders = openLenders(world);
    const accounts = openAccounts(setting);
    const found = openFounding(setting, lenders);
    const close = openClosing(world, assumptions, lenders, accounts.members);
    const move = openMoving(setting, lenders, accounts.members);
    const progress = openProgress(setting);
    return (month) => {
      // Founders buy from shops in place, whose accounts are settled with all others'.
      found(month);
      accounts.settle(month);
      close(month);
      move(month);
      progress.change(month);
      progress.tell();
      world.clock.enterprisesSettled[0] = month + 1;
    };
  },
};

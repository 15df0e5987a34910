import { describe, expect, it } from "vitest";
import { openEnterpriseBooks } from "../../../sim/engine/enterpriseBooks.ts";
import { openLedger } from "../../../sim/engine/ledger.ts";
import { leverIndex } from "../../../sim/policy/resolve.ts";
import { PROCESSES } from "../../../sim/processes/order.ts";
import type { Scenario } from "../../../sim/scenario/scenario.ts";
import { firmRow } from "../../../sim/world/enterprises.ts";
import { SECTORS, SERVICES } from "../../../sim/world/jurisdictions.ts";
import { OUTSIDE, SEAT, TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import { TABLES, type TableName, type World } from "../../../sim/world/world.ts";
import { misses, oddNumbers, openBooks } from "../../laws/books.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { fromFile, valleyWithEveryLever } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";

const ALIKE = ["efficiencySpread=0", "entryRate=0", "relocationRate=0", "insolvencyMonths=0", "lossMonths=0"];
const alike = (scale: number): Scenario =>
  fromFile("valley", `scale=${scale}`, "years=3", ...ALIKE.map((set) => `parameters.${set}`));

/** Compares enterprises with the accounts of firms; throws with the account that differs. */
function compare(world: World, month: number): number {
  return openEnterpriseBooks(world, (_, account, found, expected) => {
    if (found !== expected) throw new Error(`${account}: ${found}, expected ${expected}`);
  })(month);
}

const openRows = ({ enterprises: e, clock }: World): number[] =>
  rowsWhere(clock.enterpriseRows[0], (i) => e.flags[i] !== 0);

describe("enterprises that are all alike and never begin, move or end", () => {
  it("leave the economy as it is without single enterprises", () => {
    const own = (path: string): boolean => /^enterprises\.|^clock\.enterprise/.test(path);
    const [single, rows] = [PROCESSES, PROCESSES.filter(({ name }) => name !== "enterprises")].map(
      (processes) => openRun(alike(40), "alike", processes),
    );
    runMonths(single, 30);
    runMonths(rows, 30);
    const [a, b] = [single.built.world, rows.built.world];
    const differing = (Object.keys(TABLES) as TableName[]).flatMap((table) =>
      Object.entries(a[table] as Record<string, ArrayLike<number>>).flatMap(([name, column]) => {
        const other = (b[table] as Record<string, ArrayLike<number>>)[name];
        const same = Array.from(column).every((value, row) => Object.is(value, other[row]));
        return same || own(`${table}.${name}`) ? [] : [`${table}.${name}`];
      }),
    );
    expect(differing).toEqual([]);
    expect(sum(a.firms.lent)).toBeGreaterThan(0);
    expect(compare(a, 30)).toBeGreaterThan(100);
  });
});

describe("accounts of enterprises", () => {
  it("add up to those of firms at the end of every month, under every lever, as they begin, move and end", () => {
    const run = openRun(valleyWithEveryLever(40, 5), "accounts");
    const { world } = run.built;
    const { clock } = world;
    const start = clock.enterprises[0];
    expect(compare(world, 0)).toBeGreaterThan(100);
    for (let month = 1; month <= 60; month++) {
      runMonths(run, 1);
      expect(compare(world, month)).toBeGreaterThan(100);
      const { enterprises, enterprisesFounded, enterprisesClosed } = clock;
      expect(enterprises[0]).toBe(start + enterprisesFounded[0] - enterprisesClosed[0]);
    }
    expect(clock.enterprisesFounded[0]).toBeGreaterThan(50);
    expect(clock.enterprisesClosed[0]).toBeGreaterThan(50);
    expect(sum(world.relocations.count)).toBeGreaterThan(20);
    expect(clock.enterpriseRows[0]).toBeLessThan(start + enterprisesEver(world));
  });

  const enterprisesEver = ({ clock }: World): number => clock.enterprisesFounded[0];

  it("a yuan that an enterprise loses is missed", () => {
    const { world } = openRun(alike(100), "missed", []).built;
    const [i] = openRows(world);
    const ledger = openLedger(world);
    expect(ledger.check(0, true)).toBeGreaterThan(100);
    world.enterprises.cash[i] -= 1;
    expect(() => ledger.check(0, true)).toThrow(/account of enterprises in row \d+ of firms is/);
    world.enterprises.cash[i] += 1;
    world.enterprises.debt[i] += 1;
    expect(() => ledger.check(0, true)).toThrow(/debt of enterprises in row/);
  });

  it("the better ones grow, and those that don't earn their wear shrink by it", () => {
    const run = openRun(
      fromFile(
        "valley",
        "scale=5",
        "years=3",
        ...ALIKE.slice(1).map((set) => `parameters.${set}`),
        "parameters.efficiencyPersistence=1",
      ),
      "growth",
    );
    const { world, assumptions: a } = run.built;
    const { enterprises: e, firms } = world;
    const before = e.capital.slice();
    const big = openRows(world).filter((i) => before[i] > 1e6);
    runMonths(run, 24);
    const growth = (list: readonly number[]): number =>
      sum(list.map((i) => e.capital[i])) / sum(list.map((i) => before[i]));
    const over = (i: number): number => e.efficiency[i] / firms.efficiency[firmRow(world, i)];
    const poor = big.filter((i) => over(i) < 0.4);
    expect(poor.length).toBeGreaterThan(5);
    expect(growth(poor)).toBeCloseTo((1 - a.depreciation / 12) ** 24, 2);
    expect(growth(big.filter((i) => over(i) > 1.3))).toBeGreaterThan(growth(big) + 0.03);
  });
});

const bench = benchFor("enterprises", fromFile("valley", "scale=20"), 5);
const { before, setting } = bench;
const { assumptions: a } = setting;
const { settlements: s, sizes } = before;
const still = {
  ...a,
  entryRate: 0,
  relocationRate: 0,
  insolvencyMonths: 6,
  lossMonths: 0,
  efficiencySpread: 0,
};

/** Members of the row of firms that has the most, and of one that has a single one. */
const membersOf = (world: World): Map<number, number[]> => {
  const members = new Map<number, number[]>();
  for (const i of openRows(world)) {
    const row = firmRow(world, i);
    members.set(row, [...(members.get(row) ?? []), i]);
  }
  return members;
};
const groups = [...membersOf(before).entries()];
const crowd = groups.reduce((most, group) => (group[1].length > most[1].length ? group : most));
/** A works that stands alone in its sector and place. */
const lone = groups.find(
  ([row, members]) => members.length === 1 && row % SECTORS !== SERVICES && before.firms.capital[row] > 1e5,
)!;

/** Gives an enterprise a loan that is spent, so that it owes `debt` and its account stands at `cash`. */
function ruin(world: World, i: number, debt: number, cash: number): void {
  const { enterprises: e, firms, settlements, zonePairs, jurisdictions } = world;
  const row = firmRow(world, i);
  const zone = settlements.zone[e.settlement[i]];
  const more = debt - e.debt[i];
  zonePairs.loans[zone * sizes.zones + zone] += more;
  jurisdictions.vault[world.zones.jurisdiction[zone]] -= more;
  jurisdictions.cash[sizes.jurisdictions - 1] += more;
  firms.debt[row] += more;
  e.debt[i] += more;
  jurisdictions.cash[sizes.jurisdictions - 1] += e.cash[i] - cash;
  firms.cash[row] += cash - e.cash[i];
  e.cash[i] = cash;
  e.short[i] = 5;
}

describe("an enterprise that owes more than its capital would bring", () => {
  const equityLost = (w: World, x: World): number =>
    sum(w.jurisdictions.equity) - sum(x.jurisdictions.equity);

  it("closes after six months without cash; others take over what is worth it, and banks lose the rest", () => {
    const [row, members] = crowd;
    const [i] = members;
    const capital = before.enterprises.capital[i];
    const world = bench.after((w) => ruin(w, i, 2 * capital, -1_000_000), { assumptions: still });
    const opened = openBooks(before);
    expect(world.enterprises.flags[i]).toBe(0);
    expect(world.clock.enterprisesClosed[0]).toBe(
      before.clock.enterprisesClosed[0] + before.enterprises.stands[i],
    );
    expect(misses(world, opened)).toEqual([]);
    expect(compare(world, 6)).toBeGreaterThan(100);
    const scrapped = world.firms.scrapped[row] - before.firms.scrapped[row];
    expect(scrapped / capital).toBeCloseTo(a.scrapShare, 2);
    expect(before.firms.capital[row] - world.firms.capital[row]).toBe(scrapped);
    const loss = world.firms.writtenOff[row] - before.firms.writtenOff[row];
    expect(loss).toBe(equityLost(before, world));
    // Owed are twice the capital and the overdraft; seven tenths of the capital go on with as much debt.
    expect(loss / capital).toBeGreaterThan(1.2);
    expect(loss / capital).toBeLessThan(1.3 + 2_000_000 / capital);
  });

  it("that stood alone leaves nothing in place but land: all its capital is scrapped, all its debt lost", () => {
    const [row, [i]] = lone;
    const world = bench.after((w) => ruin(w, i, 2 * before.enterprises.capital[i], -50_000), {
      assumptions: still,
    });
    expect(world.enterprises.flags[i]).toBe(0);
    const { firms } = world;
    expect([firms.capital[row], firms.debt[row], firms.cash[row]]).toEqual([0, 0, 0]);
    expect(firms.writtenOff[row]).toBe(equityLost(before, world));
    expect(firms.writtenOff[row]).toBeGreaterThan(before.enterprises.capital[i]);
    expect(misses(world, openBooks(before))).toEqual([]);
    const j = Math.floor(row / SECTORS);
    expect(world.settlements.industrial[j]).toBe(s.industrial[j]);
  });

  it("goes on where it has cash, where it owes less, and where nobody ever fails", () => {
    const [, [i]] = crowd;
    const capital = before.enterprises.capital[i];
    const open = (debt: number, cash: number, assumptions = still): number =>
      bench.after((w) => ruin(w, i, debt, cash), { assumptions }).enterprises.flags[i];
    expect(open(2 * capital, 5_000_000)).toBe(1);
    expect(open(Math.floor(0.5 * capital), -1000)).toBe(1);
    expect(open(2 * capital, -1_000_000, { ...still, insolvencyMonths: 0 })).toBe(1);
    expect(open(2 * capital, -1_000_000)).toBe(0);
  });

  it("wants no hands any more: the row asks for as many fewer as its capital is less", () => {
    const [row, [i]] = lone;
    const process = PROCESSES.find(({ name }) => name === "production")!;
    const world = bench.after((w) => ruin(w, i, 2 * before.enterprises.capital[i], -50_000), {
      assumptions: still,
    });
    expect(world.firms.wanted[row]).toBeGreaterThan(0);
    process.prepare({ ...setting, world })(6);
    expect(world.firms.wanted[row]).toBe(0);
  });
});

describe("an enterprise that doesn't earn its wear for long", () => {
  it("closes, and nobody else does; its debt goes on with its capital, so banks lose nothing", () => {
    const [, members] = crowd;
    const poor = members.find(
      (k) => before.enterprises.efficiency[k] < 0.6 && before.enterprises.capital[k] > 0,
    )!;
    const world = bench.after((w) => void (w.enterprises.losing[poor] = 35), {
      assumptions: { ...still, insolvencyMonths: 0, lossMonths: 36 },
    });
    expect(world.enterprises.flags[poor]).toBe(0);
    expect(equity(world)).toBe(equity(before));
    expect(misses(world, openBooks(before))).toEqual([]);
  });
  const equity = (w: World): number => sum(w.jurisdictions.equity);
});

describe("founding", () => {
  const eager = { ...still, insolvencyMonths: 0, entryRate: 0.2, efficiencySpread: 0.3 };
  const founded = (w: World, passes: (i: number) => boolean = () => true): number =>
    openRows(w).filter((i) => w.enterprises.born[i] === 5 && passes(i)).length;
  const plain = bench.after(() => {}, { assumptions: eager });

  it("moves the founder's savings and a loan into capital and till, and nothing is lost", () => {
    const born = openRows(plain).filter((i) => plain.enterprises.born[i] === 5);
    expect(born.length).toBeGreaterThan(50);
    expect(misses(plain, openBooks(before))).toEqual([]);
    expect(oddNumbers(plain)).toEqual([]);
    const drawn = sum(before.settlements.deposits) - sum(plain.settlements.deposits);
    const lent = sum(plain.zonePairs.loans) - sum(before.zonePairs.loans);
    expect(lent / drawn).toBeCloseTo(a.founderLeverage, 1);
    const funds = sum(born.map((i) => plain.enterprises.capital[i]));
    expect(funds / (drawn + lent)).toBeCloseTo(0.95, 1);
    for (const i of born)
      expect(plain.settlements.tier[plain.enterprises.settlement[i]]).toBeLessThan(OUTSIDE);
  });

  it("needs savings", () => {
    const broke = bench.after((w) => void w.persons.savings.fill(0), { assumptions: eager });
    expect(founded(broke)).toBe(0);
  });

  it("is likelier where returns are higher", () => {
    const custom = bench.after(
      (w) => {
        for (let j = 0; j < sizes.settlements; j++)
          if (s.tier[j] === SEAT) w.settlements.expectedDemand[j] *= 1.5;
      },
      { assumptions: eager },
    );
    const isShopIn = (w: World, tier: number) => (i: number) =>
      w.enterprises.sector[i] === SERVICES && s.tier[w.enterprises.settlement[i]] === tier;
    expect(founded(custom, isShopIn(custom, SEAT))).toBeGreaterThan(
      2 * founded(plain, isShopIn(plain, SEAT)),
    );
    expect(founded(custom, isShopIn(custom, TOWN))).toBe(founded(plain, isShopIn(plain, TOWN)));
    const outside = bench.after(() => {}, { assumptions: { ...eager, outsideReturn: 0.12 } });
    expect(founded(outside)).toBeLessThan(0.5 * founded(plain));
  });

  it("those who came back found as often as others, or as much oftener as a study says", () => {
    const back = bench.after((w) => void w.persons.left.fill(-24), { assumptions: eager });
    expect(founded(back)).toBe(founded(plain));
    const keen = { ...eager, returneeFounding: 4 };
    expect(founded(bench.after((w) => void w.persons.left.fill(-24), { assumptions: keen }))).toBeGreaterThan(
      2 * founded(plain),
    );
    expect(founded(bench.after((w) => void w.persons.left.fill(0), { assumptions: keen }))).toBe(
      founded(bench.after((w) => void w.persons.left.fill(0), { assumptions: eager })),
    );
  });

  it("opens sectors where a place has none", () => {
    const had = membersOf(before);
    const fresh = openRows(plain).filter(
      (i) => plain.enterprises.born[i] === 5 && !had.has(firmRow(plain, i)),
    );
    expect(fresh.length).toBeGreaterThan(0);
    for (const i of fresh) expect(plain.firms.capital[firmRow(plain, i)]).toBeGreaterThan(0);
  });
});

describe("moving", () => {
  const restless = { ...still, insolvencyMonths: 0, relocationRate: 1 };
  const movedTo = (w: World, j: number): number =>
    openRows(w).filter((i) => w.enterprises.settlement[i] === j && before.enterprises.settlement[i] !== j)
      .length;
  const seat = rowsWhere(sizes.settlements, (j) => s.tier[j] === SEAT)[0];
  const roomy = (w: World): void => {
    for (let j = 0; j < sizes.settlements; j++) w.settlements.industrial[j] *= 3;
  };

  it("takes capital, debt and till along, but for what can't be moved, and nothing is lost", () => {
    const world = bench.after(roomy, { assumptions: restless });
    const opening = openBooks(before);
    roomyAreas(world, opening.areas);
    const moved = openRows(world).filter(
      (i) => world.enterprises.settlement[i] !== before.enterprises.settlement[i],
    );
    expect(moved.length).toBeGreaterThan(5);
    const stoodFor = sum(moved.map((i) => world.enterprises.stands[i]));
    expect(sum(world.relocations.count) - sum(before.relocations.count)).toBe(stoodFor);
    expect(misses(world, opening)).toEqual([]);
    expect(compare(world, 6)).toBeGreaterThan(100);
    const scrapped = sum(world.firms.scrapped) - sum(before.firms.scrapped);
    const arrived = sum(world.relocations.capital) - sum(before.relocations.capital);
    expect(scrapped / (arrived + scrapped)).toBeCloseTo(a.relocationLoss, 4);
  });

  const roomyAreas = (w: World, areas: Float64Array): void =>
    areas.forEach((_, j) => (areas[j] += w.settlements.industrial[j] - s.industrial[j]));

  it("goes where grants are given, and stays where nothing is gained and a move costs much", () => {
    const granted = bench.after(
      (w) => {
        roomy(w);
        w.levers.value[seat * sizes.levers + leverIndex("investmentSubsidy")] = 0.9;
      },
      { assumptions: restless },
    );
    const plain = bench.after(roomy, { assumptions: restless });
    expect(movedTo(granted, seat)).toBeGreaterThan(movedTo(plain, seat));
    const dear = bench.after(roomy, {
      assumptions: { ...restless, relocationLoss: 1, relocationSpread: 0.005 },
    });
    expect(sum(dear.relocations.count) - sum(before.relocations.count)).toBe(0);
  });

  it("needs building land for all of it", () => {
    const full = bench.after(
      (w) => {
        w.settlements.industrial.fill(0);
        w.settlements.commercial.fill(0);
      },
      { assumptions: restless },
    );
    expect(sum(full.relocations.count)).toBe(sum(before.relocations.count));
  });
});

describe("the start", () => {
  it.each([10, 40])(
    "has as many enterprises at scale %i as the census says, and accounts that add up",
    (scale) => {
      const { world, assumptions } = openRun(fromFile("valley", `scale=${scale}`), "start", []).built;
      const places = world.settlements;
      const hands = sum(
        rowsWhere(world.sizes.settlements, (j) => places.tier[j] !== OUTSIDE).map(
          (j) => (places.processing[j] + places.manufacturing[j] + places.services[j]) * scale,
        ),
      );
      expect(compare(world, 0)).toBeGreaterThan(100);
      expect((assumptions.enterpriseHands * world.clock.enterprises[0]) / hands).toBeGreaterThan(0.97);
      expect((assumptions.enterpriseHands * world.clock.enterprises[0]) / hands).toBeLessThan(1.05);
    },
  );

  it("is no start for capital to flow to the better ones: mean efficiency moves little in three years", () => {
    const run = openRun(fromFile("valley", "scale=20", "years=3"), "rest");
    const { world } = run.built;
    const mean = (): number => {
      const rows = openRows(world);
      const { capital, efficiency } = world.enterprises;
      return sum(rows.map((i) => capital[i] * efficiency[i])) / sum(rows.map((i) => capital[i]));
    };
    const start = mean();
    runMonths(run, 36);
    expect(mean() / start).toBeGreaterThan(0.97);
    expect(mean() / start).toBeLessThan(1.04);
  });

  it("as many begin and end in the first years as later on, by order of magnitude", () => {
    const run = openRun(fromFile("valley", "scale=20", "years=6"), "rest");
    const { clock } = run.built.world;
    const open = clock.enterprises[0];
    runMonths(run, 24);
    const [founded, closed] = [clock.enterprisesFounded[0], clock.enterprisesClosed[0]];
    expect(founded / open / 2).toBeGreaterThan(0.01);
    expect(founded / open / 2).toBeLessThan(0.08);
    expect(closed / open / 2).toBeGreaterThan(0.005);
    expect(closed / open / 2).toBeLessThan(0.08);
    expect(
      rowsWhere(run.built.world.settlements.tier.length, (j) => s.tier[j] === VILLAGE).length,
    ).toBeGreaterThan(0);
  });
});

describe("what an agent stands for", () => {
  it.each([1, 10, 40])("is all enterprises together, and one each where persons are agents: %i", (scale) => {
    const { world } = openRun(fromFile("valley", `scale=${scale}`), "start", []).built;
    const open = openRows(world);
    expect(sum(open.map((i) => world.enterprises.stands[i]))).toBe(world.clock.enterprises[0]);
    expect(Math.max(...open.map((i) => world.enterprises.stands[i]))).toBe(world.sizes.enterpriseScale);
    // Eight agents of persons for each, of eighteen hands an enterprise.
    expect(world.sizes.enterpriseScale).toBe(Math.max(1, Math.floor((8 * scale) / 18)));
  });

  it("doesn't change how many enterprises begin and end", () => {
    const figures = (scale: number): readonly number[] => {
      const run = openRun(fromFile("valley", `scale=${scale}`, "years=4"), "scale");
      const { clock } = run.built.world;
      const start = clock.enterprises[0];
      runMonths(run, 48);
      return [clock.enterprisesFounded[0] / start, clock.enterprisesClosed[0] / start];
    };
    const [fine, coarse] = [figures(10), figures(40)];
    // Four standard errors of a count of some hundreds, and the grain: at forty persons an agent most villages lack a
    // kind of works or shop, so their prospects are those of like places instead of their own.
    fine.forEach((figure, k) => {
      const error = 4 * Math.sqrt((2 * figure) / 2200);
      expect(Math.abs(coarse[k] - figure)).toBeLessThan(error + 0.25 * figure);
      expect(error).toBeLessThan(0.8 * figure);
    });
  });
});

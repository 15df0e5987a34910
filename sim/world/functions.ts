/** What works of towns and cities make: branches, the profile of each place over them, and their markets. */
import { column } from "./table.ts";

/**
 * Branches of works, in the order of rows of `branches`: groups of divisions of the Industrial Classification of the
 * National Economy (GB/T 4754-2017). Food and drink (13-16) are farm processing, a sector of its own here.
 */
export const BRANCH_NAMES = [
  "textiles",
  "wood",
  "chemicals",
  "minerals",
  "metals",
  "machinery",
  "vehicles",
  "electronics",
] as const;
export type BranchName = (typeof BRANCH_NAMES)[number];
export const BRANCHES = BRANCH_NAMES.length;

/** Divisions of GB/T 4754-2017 in each branch. */
export const BRANCH_DIVISIONS: Readonly<Record<BranchName, string>> = {
  textiles: "textiles, clothing, leather and shoes (17-19)",
  wood: "timber, furniture, paper, printing, sports and art goods (20-24)",
  chemicals: "fuels, chemicals, medicines, fibres, rubber and plastics (25-29)",
  minerals: "cement, glass, ceramics and other minerals (30)",
  metals: "metals and metal goods (31-33)",
  machinery: "machines and instruments (34, 35, 40)",
  vehicles: "cars, trains, ships, aircraft (36, 37)",
  electronics: "electrical goods, computers, electronics (38, 39)",
};

/** One row a settlement. Villages share the factor of their town, and have no profile of their own. */
export const functionColumns = {
  complement: column(
    "f64",
    "share",
    "how far places within reach differ from it in what they make and supply each other, last December; 0 to 1",
  ),
  start: column("f64", "factor", "what that and its markets gave at the start, which its productivity holds"),
  factor: column("f64", "factor", "productivity of its works over that with the functions of the start"),
} as const;

/** One row a settlement and branch, row = settlement * BRANCHES + branch; nothing in villages and gateways. */
export const branchColumns = {
  share: column("f64", "share", "part of the capital of works in the place and its villages"),
} as const;

/** One row a branch: the region's works of last December, and who takes what they make. */
export const marketColumns = {
  share: column("f64", "share", "part of the value of the region's works"),
  outside: column("f64", "share", "part in what markets beyond the region take; a constant from the start"),
  taken: column("f64", "share", "part that the region and markets beyond take at the usual price"),
  price: column("f64", "ratio", "price over the usual one; below 1 where more is made than taken"),
} as const;

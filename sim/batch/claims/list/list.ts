/** All claims that are tried, in the order of their sources. */
import type { Claim } from "../claim.ts";
import { axis } from "./axis.ts";
import { clusters } from "./clusters.ts";
import { countryside } from "./countryside.ts";
import { neighbours } from "./neighbours.ts";
import { towns } from "./towns.ts";

export const CLAIMS: readonly Claim[] = [...countryside, ...towns, ...axis, ...clusters, ...neighbours];

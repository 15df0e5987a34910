/**
 * Coupling and coordination of two systems with scores in (0, 1], such as town and country: the coupling C =
 * 2 sqrt(a b) / (a + b) is 1 where they are level, the level T is their mean, and the coordination D = sqrt(C
 * T) is high only where both are high and level. NaN where both are 0.
 *
 * Source: the usual form of the Chinese regional literature; for its validity see Wang Shujia et al. (2021),
 * Journal of Natural Resources 36, 793-810.
 */
export interface Coupling {
  readonly coupling: number;
  readonly level: number;
  readonly coordination: number;
}

export function couplingCoordination(a: number, b: number): Coupling {
  const level = (a + b) / 2;
  const coupling = Math.sqrt(a * b) / level;
  return { coupling, level, coordination: Math.sqrt(coupling * level) };
}

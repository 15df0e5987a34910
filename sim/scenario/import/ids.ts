/** Ids of things from their names or codes; each only once. */

const MOST_LETTERS = 50;

/** Small letters, digits and hyphens of a name; nothing where it has none, as Chinese names have. */
export function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, MOST_LETTERS)
    .replaceAll(/^-+|-+$/g, "");
}

/** `p3308` where the codes of all units begin so. */
export function codeOf(units: readonly { readonly code?: string | undefined }[]): string | undefined {
  const codes = units.map(({ code }) => code?.slice(0, 4));
  return codes[0] !== undefined && codes.every((code) => code === codes[0]) ? `p${codes[0]}` : undefined;
}

/** Gives each thing the first of its wishes that has letters, with a number behind it where another has it already. */
export function idGiver(): (...wishes: (string | undefined)[]) => string {
  const taken = new Set<string>(["assumed"]);
  return (...wishes) => {
    const wish = wishes.find((one) => one !== undefined && /[a-z]/.test(one)) ?? "unit";
    let id = wish;
    for (let n = 2; taken.has(id); n++) id = `${wish}-${n}`;
    taken.add(id);
    return id;
  };
}

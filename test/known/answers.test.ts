/**
 * Every kernel against its known answer; the same list as in docs/known-answers.md, with the engine's own.
 */
import { describe, expect, it } from "vitest";
import { type Answer, compare, TOLERANCE } from "./answers/answer.ts";
import { ANSWERS, KERNEL_ANSWERS } from "./answers/answers.ts";

const groups = [...new Set(KERNEL_ANSWERS.map(({ group }) => group))];

describe.each(groups)("%s", (group) => {
  const asked = KERNEL_ANSWERS.filter((answer) => answer.group === group);
  it.each(asked.map((answer) => [`${answer.kernel}: ${answer.of}`, answer] as const))("%s", (_, answer) => {
    const { ours, known, difference, tolerance } = compare(answer);
    expect(ours).toHaveLength(known.length);
    expect(difference).toBeLessThanOrEqual(tolerance);
  });
});

describe("the list of known answers", () => {
  it("says of each what is asked and where the answer comes from, and asks nothing twice", () => {
    for (const { kernel, of, source } of ANSWERS) {
      expect(kernel).toMatch(/\w/);
      expect(of).toMatch(/\w/);
      expect(source).toMatch(/\w/);
    }
    const asked = ANSWERS.map(({ group, kernel, of }) => `${group}: ${kernel}: ${of}`);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it("asks kernels for nine digits, but where a slope is taken by a difference", () => {
    for (const { tolerance = TOLERANCE, of } of KERNEL_ANSWERS) {
      if (tolerance > TOLERANCE) expect(of).toMatch(/by a difference/);
    }
  });
});

describe("a comparison", () => {
  const answer = (known: Answer["known"], ours: number[], tolerance?: number): Answer => ({
    group: "",
    kernel: "",
    of: "",
    source: "",
    known,
    ours: () => ours,
    ...(tolerance === undefined ? {} : { tolerance }),
  });

  it("is of the largest difference, over the known value where that is above 1", () => {
    expect(compare(answer([1, 200], [1, 202])).difference).toBeCloseTo(0.01, 15);
    expect(compare(answer([0.5, 0.1], [0.5, 0.2])).difference).toBeCloseTo(0.1, 15);
  });

  it.each([
    ["a value that is off", answer(0.5, [0.5 + 2e-9])],
    ["too few values", answer([1, 2], [1])],
    ["too many values", answer([1], [1, 2])],
    ["a value that is no number", answer([1, 2], [1, NaN])],
  ])("fails for %s", (_, wrong) => {
    expect(compare(wrong).agrees).toBe(false);
  });

  it("holds where the difference is within the tolerance", () => {
    expect(compare(answer(0.5, [0.5 + 5e-10])).agrees).toBe(true);
    expect(compare(answer(0.5, [0.51], 0.02)).agrees).toBe(true);
  });
});

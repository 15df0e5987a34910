/** Small changes of scenario files, for tests that look at what is then refused. */

/** The text with one part replaced. Throws where the part is not there: the test would say nothing. */
export function edit(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the file has no ${JSON.stringify(from)}`);
  return text.replace(from, () => to);
}

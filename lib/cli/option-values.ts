// Values of command-line options, checked.

/** What is wrong with the arguments, in a sentence. */
export interface Wrong {
  readonly wrong: string;
}

/** @throws RangeError that names the option and what it takes */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`${option} takes a whole number from ${least} to ${most}, not '${text}'`);
  return value;
}

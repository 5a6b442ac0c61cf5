// Counts in sentences: "1 call", "2,000 calls".

const number = new Intl.NumberFormat('en');

/** @param many where the plural is not the noun with an s */
export const plural = (count: number, noun: string, many = `${noun}s`): string =>
  `${number.format(count)} ${count === 1 ? noun : many}`;

/** The verb alone: "1 is", "2 are". */
export const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');

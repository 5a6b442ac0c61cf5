/** Callers who withhold their number have none, or a word of the carrier's. */
const NUMBER = /^\+\d{2,15}$/;

export const callerNumber = (address: string | null | undefined): string | undefined =>
  NUMBER.test(address ?? '') ? (address ?? undefined) : undefined;

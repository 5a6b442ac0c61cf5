// What a cell says of a person's consent: yes, no, or the day on which it was given.

/** As people write them in English, Polish, Czech, Slovak and German, without accents. */
const YES = ['yes', 'y', 'true', '1', 'x', 'tak', 't', 'ano', 'a', 'ja', 'j', 'given'];
const NO = ['no', 'n', 'false', '0', '-', 'nie', 'ne', 'nein'];

export interface ConsentRead {
  /** YYYY-MM-DD, when it is known. */
  readonly consent?: { readonly day?: string | undefined };
  readonly remarks: readonly string[];
}

export function readConsent(text: string): ConsentRead {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  if (plain === '' || NO.includes(plain)) return { remarks: [] };
  if (YES.includes(plain)) return { consent: {}, remarks: [] };
  const day = readDay(plain);
  if (day !== undefined) return { consent: { day }, remarks: [] };
  return { remarks: [`'${text}' is neither yes, no nor a day; taken for no consent`] };
}

function readDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(text);
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [dotted?.[3], dotted?.[2], dotted?.[1]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${written}T00:00:00Z`);
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written);
  return isReal ? written : undefined;
}

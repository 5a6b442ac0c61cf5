// What an e-mail quotes of those before it, so that an agent reads what is new. Mail programs agree
// on no mark, so only what is surely a quotation is cut off, and it is kept beside the text.

export interface Parted {
  readonly text: string;
  readonly quoted?: string;
}

/**
 * Nothing is cut off where nothing would be left, or where answers stand between what is quoted.
 */
export function withoutHistory(whole: string): Parted {
  const lines = whole.split('\n');
  const begin = lines.findIndex((_, n) => beginsHistory(lines, n));
  const text = lines.slice(0, begin).join('\n').trim();
  if (begin === -1 || text === '') return { text: whole.trim() };
  const quoted = lines.slice(begin).join('\n').trim();
  return { text, quoted };
}

/** All that follows is history. */
function beginsHistory(lines: readonly string[], n: number): boolean {
  const line = lines[n] ?? '';
  if (isHeading(lines, n)) return true;
  if (isQuoted(line)) return lines.slice(n).every(isQuotedOrBlank);
  const end = endOfAttribution(lines, n);
  return end !== undefined && followsQuotation(lines, end + 1);
}

const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);
const isQuotedOrBlank = (line: string): boolean => isQuoted(line) || line.trim() === '';

/** Quoted to the end: an answer in between would be lost with it. */
function followsQuotation(lines: readonly string[], from: number): boolean {
  const rest = lines.slice(from);
  return rest.some(isQuoted) && rest.every(isQuotedOrBlank);
}

/** On Monday, 2 March, somebody wrote: in up to three lines. */
const ATTRIBUTION =
  /^(on|w dniu|dnia|dne|am|le|v|pon|wt|śr|czw|pt|sob|niedz|po|út|st|čt|pá|so|ne)[.,]*\s.*\d.*\b(wrote|napisał|napisała|pisze|napsal|napsala|napísal|napísala|schrieb|a écrit)(\(a\))?\s*.{0,80}:$/iu;

/** @returns the last of its lines; undefined where none begins here */
function endOfAttribution(lines: readonly string[], n: number): number | undefined {
  for (let many = 1; many <= 3; many++) {
    const said = lines
      .slice(n, n + many)
      .map((line) => line.trim())
      .join(' ');
    if (said.length <= 400 && ATTRIBUTION.test(said)) return n + many - 1;
  }
  return undefined;
}

/** As Outlook heads what it quotes. */
const ORIGINAL =
  /^\s*-{2,}\s*(original message|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|pôvodná správa|ursprüngliche nachricht)\s*-{2,}\s*$/iu;
const FROM = /^\s*\*?(from|od|von)\*?:\*?\s+\S/iu;
const SENT = /^\s*\*?(sent|date|wysłano|data|odesláno|odoslané|datum|gesendet)\*?:\*?\s+\S/iu;
const TO = /^\s*\*?(to|do|komu|pro|an)\*?:\*?\s+\S/iu;

/** A line of its own, or the sender, the time and the recipient of the message below. */
function isHeading(lines: readonly string[], n: number): boolean {
  const line = lines[n] ?? '';
  if (ORIGINAL.test(line)) return true;
  if (!FROM.test(line)) return false;
  const next = lines.slice(n + 1, n + 5);
  return next.some((one) => SENT.test(one)) && next.some((one) => TO.test(one));
}

// Contacts come as whatever a CRM exports (REC-10): UTF-8 or UTF-16, Windows-1250 or ISO-8859-2.
// The whole file is surveyed before it is read, so the answer depends neither on where its first
// accent stands nor on how it arrives in chunks. TextDecoder knows every encoding needed, in
// Lambda's Node.js as well; a library for it would add half a megabyte to the function.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'iso-8859-2';

export interface Detected {
  readonly encoding: Encoding;
  /** Bytes of a byte order mark at the start of the file. */
  readonly mark: number;
  /**
   * How it is known: the file says so, its bytes allow nothing else, or the letters make it likely.
   */
  readonly by: 'mark' | 'ascii' | 'bytes' | 'letters';
  /** Words with letters beyond ASCII as this encoding reads them, for people to judge. */
  readonly words: readonly string[];
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const HEAD = 4096;
const MOST_WORDS = 5000;
const LONGEST_WORD = 64;
const WORDS_SHOWN = 5;

/** Collects what a decision on the encoding needs; feed it the whole file. */
export class EncodingSurvey {
  private head: number[] = [];
  /** Words with bytes beyond ASCII, byte for byte, and how often each occurs. */
  private readonly words = new Map<string, number>();
  private word = '';
  private wordIsAscii = true;

  push(chunk: Uint8Array): void {
    if (this.head.length < HEAD) this.head.push(...chunk.subarray(0, HEAD - this.head.length));
    for (const byte of chunk) {
      if (byte >= 0x80) this.wordIsAscii = false;
      else if (!isLetter(byte)) {
        this.endWord();
        continue;
      }
      if (this.word.length < LONGEST_WORD) this.word += String.fromCharCode(byte);
    }
  }

  /** @param country of the campaign: its languages decide where the letters alone do not */
  detect(country: string): Detected {
    this.endWord();
    const marked = MARKS.find(([, mark]) => mark.every((byte, at) => this.head[at] === byte));
    if (marked) {
      const [encoding, { length: mark }] = marked;
      const words = encoding === 'utf-8' ? this.shown(encoding, mark) : [];
      return { encoding, mark, by: 'mark', words };
    }
    const wide = utf16Of(this.head);
    if (wide) return { encoding: wide, mark: 0, by: 'bytes', words: [] };
    if (this.words.size === 0) return { encoding: 'utf-8', mark: 0, by: 'ascii', words: [] };
    if (this.isUtf8())
      return { encoding: 'utf-8', mark: 0, by: 'bytes', words: this.shown('utf-8', 0) };
    const iso = this.score('iso-8859-2', country);
    const encoding = iso > this.score('windows-1250', country) ? 'iso-8859-2' : 'windows-1250';
    return { encoding, mark: 0, by: 'letters', words: this.shown(encoding, 0) };
  }

  private endWord(): void {
    if (!this.wordIsAscii) {
      const seen = this.words.get(this.word);
      if (seen !== undefined || this.words.size < MOST_WORDS)
        this.words.set(this.word, (seen ?? 0) + 1);
    }
    this.word = '';
    this.wordIsAscii = true;
  }

  /** A few stray bytes do not make another encoding of it. */
  private isUtf8(): boolean {
    let sound = 0;
    let unsound = 0;
    for (const [bytes, times] of this.words) {
      if (isUtf8Word(bytes)) sound += times;
      else unsound += times;
    }
    return sound >= unsound;
  }

  /** How many words make sense when read so, in the one language that explains most of them. */
  private score(encoding: Encoding, country: string): number {
    const sums = new Map<string, number>();
    for (const [bytes, times] of this.words) {
      const word = decoded(bytes, encoding);
      if (HAS_CONTROL.test(word) || CAPITAL_INSIDE.test(word)) continue;
      const letters = [...word.toLowerCase()].filter((letter) => letter > '\u007f');
      if (letters.every((letter) => PUNCTUATION.has(letter))) continue;
      for (const [language, alphabet] of Object.entries(ALPHABETS)) {
        if (letters.every((letter) => alphabet.includes(letter) || PUNCTUATION.has(letter)))
          sums.set(language, (sums.get(language) ?? 0) + times);
      }
    }
    const at = LANGUAGES[country] ?? [];
    const scores = [...sums].map(([language, sum]) => sum * (at.includes(language) ? 1.5 : 1));
    return Math.max(0, ...scores);
  }

  private shown(encoding: Encoding, mark: number): readonly string[] {
    const found = [...this.words.keys()].map((bytes) => decoded(bytes, encoding));
    const bare = mark > 0 ? found.map((word) => word.replace('\ufeff', '')) : found;
    return bare.filter((word) => /\p{L}/u.test(word)).slice(0, WORDS_SHOWN);
  }
}

const isLetter = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** Letters beyond ASCII of the languages whose lists come in the two code pages. */
const ALPHABETS: Readonly<Record<string, string>> = {
  polish: 'ąćęłńóśźż',
  czech: 'áčďéěíňóřšťúůýž',
  slovak: 'áäčďéíĺľňóôŕšťúýž',
  german: 'äöüß',
  hungarian: 'áéíóöőúüű',
  romanian: 'ăâîşţ',
  croatian: 'čćđšž',
};
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  PL: ['polish'],
  CZ: ['czech', 'slovak'],
  SK: ['slovak', 'czech'],
  DE: ['german'],
  AT: ['german'],
  CH: ['german'],
  HU: ['hungarian'],
  RO: ['romanian'],
  HR: ['croatian'],
  SI: ['croatian'],
};
/**
 * Signs that stand beside words in Windows-1250; in ISO-8859-2 most of these bytes are control
 * characters.
 */
const PUNCTUATION = new Set('„”“‚‘’–—…€§°«»\u00a0\u00ad');
const HAS_CONTROL = /[\u0080-\u009f]/;
const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u;

function decoded(bytes: string, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(Buffer.from(bytes, 'latin1'));
}

/**
 * Sound UTF-8, and of one script: two letters of a code page side by side may look like one of
 * another script.
 */
function isUtf8Word(bytes: string): boolean {
  try {
    const word = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
    return !(/\p{Script=Latin}/u.test(word) && /[\u0370-\u1fff]/.test(word.normalize('NFC')));
  } catch {
    return cutWord(bytes);
  }
}

/** A word longer than is kept may end within a letter. */
const cutWord = (bytes: string): boolean =>
  bytes.length === LONGEST_WORD &&
  [1, 2, 3].some((cut) => {
    const rest = Buffer.from(bytes.slice(0, -cut), 'latin1');
    return rest.equals(Buffer.from(rest.toString('utf8'), 'utf8'));
  });

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function utf16Of(head: readonly number[]): Encoding | undefined {
  const zeros = (odd: 0 | 1) => head.filter((byte, at) => at % 2 === odd && byte === 0).length;
  const half = head.length / 2;
  if (half < 2) return undefined;
  if (zeros(1) > half * 0.7 && zeros(0) < half * 0.1) return 'utf-16le';
  if (zeros(0) > half * 0.7 && zeros(1) < half * 0.1) return 'utf-16be';
  return undefined;
}

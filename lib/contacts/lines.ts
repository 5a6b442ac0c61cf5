// Bytes → lines of text. Lines are parted before they are decoded, so a byte that does not belong
// to the encoding costs at most its own line; they may end in LF, CR LF or CR, also mixed within
// one file.
import type { Detected, Encoding } from './encoding.ts';

export interface TextLine {
  readonly text: string;
  /** How it ended: '' at the end of the file. */
  readonly end: '' | '\n' | '\r' | '\r\n';
  /** Longer than LONGEST_LINE bytes; `text` is its beginning. */
  readonly tooLong?: true;
  /** Letters that are not of the file's encoding, as they were read. */
  readonly strays?: string;
}

/** Of bytes: more than any row of people holds, and little enough to be kept in memory. */
export const LONGEST_LINE = 256 * 1024;
const KEPT_OF_LONG = 1000;

const LF = 0x0a;
const CR = 0x0d;

/** Lines in batches, one for each chunk that ends at least one. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  detected: Pick<Detected, 'encoding' | 'mark'>,
): AsyncGenerator<readonly TextLine[]> {
  const lines = new LineSplitter(detected.encoding);
  for await (const chunk of withoutMark(asBytes(chunks, detected.encoding), detected)) {
    const found = lines.push(chunk);
    if (found.length > 0) yield found;
  }
  const last = lines.end();
  if (last.length > 0) yield last;
}

/** UTF-16 is turned into UTF-8; the others have the line ends of ASCII as they are. */
async function* asBytes(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** TextDecoder drops the mark of UTF-16 by itself. */
async function* withoutMark(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, mark }: Pick<Detected, 'encoding' | 'mark'>,
): AsyncGenerator<Uint8Array> {
  let left = encoding === 'utf-8' ? mark : 0;
  for await (const chunk of chunks) {
    const cut = Math.min(left, chunk.length);
    left -= cut;
    yield chunk.subarray(cut);
  }
}

class LineSplitter {
  private readonly decode: (bytes: Uint8Array) => Pick<TextLine, 'text' | 'strays'>;
  private parts: Uint8Array[] = [];
  private size = 0;
  private afterCr = false;

  constructor(encoding: Encoding) {
    this.decode = decoderOf(encoding);
  }

  push(chunk: Uint8Array): readonly TextLine[] {
    const found: TextLine[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (this.afterCr) {
        this.afterCr = false;
        found.push(this.take(byte === LF ? '\r\n' : '\r'));
        from = byte === LF ? at + 1 : at;
        if (byte === LF) continue;
      }
      if (byte !== LF && byte !== CR) continue;
      this.keep(chunk.subarray(from, at));
      from = at + 1;
      if (byte === LF) found.push(this.take('\n'));
      else this.afterCr = true;
    }
    this.keep(chunk.subarray(from));
    return found;
  }

  end(): readonly TextLine[] {
    if (this.afterCr) return [this.take('\r')];
    return this.size > 0 ? [this.take('')] : [];
  }

  /** Of a line that is too long only the beginning is kept. */
  private keep(part: Uint8Array): void {
    if (part.length > 0 && this.size <= LONGEST_LINE) this.parts.push(part);
    this.size += part.length;
  }

  private take(end: TextLine['end']): TextLine {
    const bytes = this.parts.length === 1 ? (this.parts[0] ?? EMPTY) : Buffer.concat(this.parts);
    const tooLong = this.size > LONGEST_LINE;
    this.parts = [];
    this.size = 0;
    if (!tooLong) return { ...this.decode(bytes), end };
    return { text: this.decode(bytes.subarray(0, KEPT_OF_LONG)).text, end, tooLong };
  }
}

const EMPTY = new Uint8Array();

function decoderOf(encoding: Encoding): (bytes: Uint8Array) => Pick<TextLine, 'text' | 'strays'> {
  if (encoding === 'windows-1250' || encoding === 'iso-8859-2') {
    const decoder = new TextDecoder(encoding);
    return (bytes) => ({ text: decoder.decode(bytes) });
  }
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return { text: strict.decode(bytes) };
    } catch {
      return withStrays(bytes);
    }
  };
}

const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });
const CODE_PAGE = new TextDecoder('windows-1250');

/**
 * A line of UTF-8 with bytes that are none: most likely pasted from a list in the code page of
 * Windows.
 */
function withStrays(bytes: Uint8Array): Pick<TextLine, 'text' | 'strays'> {
  let text = '';
  let strays = '';
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = letterLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const stray = CODE_PAGE.decode(bytes.subarray(at, at + 1));
    text += LENIENT.decode(bytes.subarray(from, at)) + stray;
    strays += stray;
    at++;
    from = at;
  }
  return { text: text + LENIENT.decode(bytes.subarray(from)), strays };
}

/** Bytes of the UTF-8 character that begins here, or 0 when none does (RFC 3629, section 4). */
function letterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  const second = bytes[at + 1] ?? 0;
  const [least, most] = SECONDS[first] ?? [0x80, 0xbf];
  if (second < least || second > most) return 0;
  for (let next = at + 2; next < at + length; next++) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

/**
 * Second bytes that are limited further: no overlong forms, no surrogates, nothing past U+10FFFF.
 */
const SECONDS: Readonly<Record<number, readonly [number, number]>> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
};

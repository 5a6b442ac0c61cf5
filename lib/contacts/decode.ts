// Contacts come as whatever a CRM exports: UTF-8 with or without BOM, Windows-1250, ISO-8859-2
// (REC-10). The encoding is decided on the first stretch that holds a byte beyond ASCII, so a file
// is read once, in a stream.
import iconv from 'iconv-lite';

const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1250', 'iso-8859-2'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const SAMPLE_BYTES = 64 * 1024;

/**
 * Decodes a stream of bytes; `onEncoding` hears which encoding was found (not called for plain
 * ASCII).
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  onEncoding: (encoding: Encoding) => void = () => {},
): AsyncGenerator<string> {
  let sample: Buffer = Buffer.alloc(0);
  let decoder: iconv.DecoderStream | undefined;
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoder.write(Buffer.from(chunk)) ?? '';
    } else if (sample.length === 0 && isAscii(chunk)) {
      yield Buffer.from(chunk).toString('latin1');
    } else {
      sample = Buffer.concat([sample, chunk]);
      if (sample.length < SAMPLE_BYTES) continue;
      decoder = decoderFor(sample, onEncoding);
      yield decoder.write(sample) ?? '';
    }
  }
  if (!decoder && sample.length > 0) {
    decoder = decoderFor(sample, onEncoding);
    yield decoder.write(sample) ?? '';
  }
  yield decoder?.end() ?? '';
}

function decoderFor(sample: Buffer, onEncoding: (encoding: Encoding) => void): iconv.DecoderStream {
  const encoding = detectEncoding(sample);
  onEncoding(encoding);
  return iconv.getDecoder(encoding);
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** Which of the supported encodings a stretch of bytes is in. */
export function detectEncoding(sample: Uint8Array): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (isUtf8(sample)) return 'utf-8';
  return centralEuropean(sample);
}

/** Valid UTF-8, but for a character cut off at the end of the sample. */
function isUtf8(sample: Uint8Array): boolean {
  for (let cut = 0; cut < 4; cut++) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(sample.subarray(0, sample.length - cut));
      return true;
    } catch {
      // a character may be cut in two: try without its first bytes
    }
  }
  return false;
}

// The two code pages share most letters. They differ where Polish and Czech are most themselves: ą
// ś ź ľ š ť ž. Bytes 80-9F are letters in Windows-1250 and control characters in ISO-8859-2.
const ISO_LETTERS = new Set([0xa1, 0xa6, 0xa9, 0xab, 0xac, 0xae, 0xb1, 0xb6, 0xbb]);
const WINDOWS_LETTERS = new Set([0xa5, 0xb9]);

function centralEuropean(sample: Uint8Array): Encoding {
  let iso = 0;
  let windows = 0;
  for (const byte of sample) {
    if (byte >= 0x80 && byte <= 0x9f) return 'windows-1250';
    if (ISO_LETTERS.has(byte)) iso++;
    else if (WINDOWS_LETTERS.has(byte)) windows++;
  }
  return iso > windows ? 'iso-8859-2' : 'windows-1250';
}

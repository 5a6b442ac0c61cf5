// A report that is written in several runs: each writes it anew, beginning with what the runs
// before have said.
import type { ContactFiles } from '../ports/contact-files.ts';

/**
 * @param bytes of the report that the runs before wrote. A run that is done once more finds its own
 * lines behind them, and leaves them out. Undefined in the first run.
 */
export async function* reportSoFar(
  head: string,
  key: string,
  bytes: number | undefined,
  files: Pick<ContactFiles, 'read'>,
): AsyncGenerator<string> {
  if (bytes === undefined) {
    yield head;
    return;
  }
  // the byte order mark stays
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let left = bytes;
  for await (const chunk of files.read(key)) {
    if (left <= 0) break;
    const part = chunk.subarray(0, left);
    left -= part.length;
    yield decoder.decode(part, { stream: true });
  }
}

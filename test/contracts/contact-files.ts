// What every store of contact files promises (lib/application/ports/ports.ts, ContactFiles). `put`
// uploads a file as a person would, from outside.
import { describe, expect, it } from 'vitest';
import type { ContactFiles } from '../../lib/application/ports/contact-files.ts';

export interface UploadedFiles {
  readonly files: ContactFiles;
  put(key: string, content: Uint8Array): Promise<void>;
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

async function* parts(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

export function contactFilesContract(name: string, make: () => Promise<UploadedFiles>): void {
  describe(`contact files: ${name}`, () => {
    it('gives the bytes of an upload back, unchanged and whole', async () => {
      const { files, put } = await make();
      const content = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 31) % 256);
      await put('imports/spring/people.csv', content);

      const read = await bytesOf(files.read('imports/spring/people.csv'));

      expect(Buffer.compare(read, content)).toBe(0);
    });

    it('stores a report written in parts and says under which key', async () => {
      const { files } = await make();

      const key = await files.write(
        'reports/people.csv',
        parts('row;reason\r\n', '7;zły numer\r\n'),
      );

      const text = new TextDecoder().decode(await bytesOf(files.read(key)));
      expect(text).toBe('row;reason\r\n7;zły numer\r\n');
    });

    it('stores an empty report too', async () => {
      const { files } = await make();

      const key = await files.write('reports/empty.csv', parts());

      expect((await bytesOf(files.read(key))).length).toBe(0);
    });

    it('fails with NotFound for a file that is not there', async () => {
      const { files } = await make();

      await expect(bytesOf(files.read('imports/nothing.csv'))).rejects.toMatchObject({
        name: 'NotFound',
      });
    });
  });
}

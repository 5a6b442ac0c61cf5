// Files of an asset into a bucket, as the CDK's function for it puts them: with the type of their
// ending, and with values that are known only now where it left markers.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import type { Cloud } from '../cloud.ts';
import type { Json } from '../json.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
};

export async function publishFiles(
  { buckets }: Pick<Cloud, 'buckets'>,
  folder: string,
  bucket: string,
  markers: Readonly<Record<string, Json>>,
): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const file of found.filter((each) => each.isFile())) {
    const path = join(file.parentPath, file.name);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const { status, body } = await buckets.send({
      method: 'PUT',
      path: `/${bucket}/${relative(folder, path).replaceAll('\\', '/')}`,
      query: new URLSearchParams(),
      headers: { 'content-type': type },
      body: filled(await readFile(path), markers),
    });
    if (status >= 300) throw new Error(`${path} was refused: ${body}`);
  }
}

function filled(bytes: Buffer, markers: Readonly<Record<string, Json>>): Buffer {
  const all = Object.entries(markers);
  if (all.length === 0) return bytes;
  const text = all.reduce(
    (so, [marker, value]) => so.replaceAll(marker, () => String(value)),
    bytes.toString('utf8'),
  );
  return Buffer.from(text);
}

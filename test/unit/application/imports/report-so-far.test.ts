import { describe, expect, it } from 'vitest';
import { reportSoFar } from '../../../../lib/application/imports/report-so-far.ts';
import { memoryContactFiles } from '../../../../lib/simulation/memory/contact-files.ts';

async function soFar(text: string | undefined, bytes: number | undefined): Promise<string> {
  const files = memoryContactFiles();
  if (text !== undefined) files.put('reports/a.csv', text);
  const parts: string[] = [];
  for await (const part of reportSoFar('head', 'reports/a.csv', bytes, files)) parts.push(part);
  return parts.join('');
}

describe('the report so far', () => {
  it('is its head in the first run', async () => {
    expect(await soFar('another', undefined)).toBe('head');
  });

  it('is what the runs before wrote, to the byte, whatever the letters', async () => {
    const before = '\ufeffrow;outcome\r\n2;rejected;Łódź\r\n'.repeat(9000);
    const bytes = Buffer.byteLength(before);

    expect(await soFar(`${before}3;from a run that is done once more\r\n`, bytes)).toBe(before);
  });
});

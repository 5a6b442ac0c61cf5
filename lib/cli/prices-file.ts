// prices.yaml of a folder, or another file in its place: what a dry run reckons with.
import { join } from 'node:path';
import { loadFile } from '../language/load.ts';
import type { PricesFile } from '../language/schema/prices.ts';
import { mistakeLines, type ReadInput, refusedInput, textOfFile } from './read-input.ts';

/** @param given the file that is named instead of the folder's own */
export async function pricesOf(folder: string, given?: string): Promise<ReadInput<PricesFile>> {
  const path = given ?? join(folder, 'prices.yaml');
  const text = await textOfFile(path);
  if (text === undefined && given !== undefined)
    return refusedInput(`--prices: '${path}' cannot be read; is the path right?`);
  const { value, diagnostics } = loadFile('prices', { path, text: text ?? '' });
  if (!value) return refusedInput(...mistakeLines(diagnostics));
  const { currency = 'USD', perDollar } = value;
  if (currency !== 'USD' && perDollar === undefined)
    return refusedInput(
      `${path}: prices are in ${currency}, but AWS prices are in USD. Add 'perDollar', the price of one dollar in ${currency}.`,
    );
  return { value };
}

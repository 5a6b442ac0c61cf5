import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Flow } from '../../../../lib/compiler/flows/flow.ts';

const GOLDEN = new URL('../../../golden/flows/', import.meta.url);

/**
 * Compares with test/golden/flows/<name>.json; UPDATE_GOLDEN=1 writes the file for review as a
 * diff.
 */
export function expectGoldenFlow(name: string, flow: Flow): void {
  const file = fileURLToPath(new URL(`${name}.json`, GOLDEN));
  const text = `${JSON.stringify(flow, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

// docs/dry-run.md says what is so: its commands run, its YAML loads, its table names every setting.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ringback } from '../../../lib/cli/ringback.ts';
import { readVariants } from '../../../lib/cli/simulate/compare-option.ts';
import { readSimulateOptions } from '../../../lib/cli/simulate/options.ts';
import { loadFile } from '../../../lib/language/load.ts';

const page = readFileSync('docs/dry-run.md', 'utf8');
const commands = [...page.matchAll(/^npx ringback simulate (.+)$/gm)].map(([, args = '']) => args);

interface ShownFigures {
  readonly answered: number;
  readonly abandoned: number;
  readonly share: number;
}

describe('the page on dry runs', () => {
  it.each(commands)('shows a command whose options are understood: %s', (args) => {
    expect(readSimulateOptions(args.split(' '))).not.toHaveProperty('wrong');
  });

  it('shows a command that runs', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'ringback-dry-run-doc-'));
    const rows = readFileSync('examples/clinic-recall/contacts.csv', 'latin1').split('\r\n');
    const list = join(scratch, 'short.csv');
    writeFileSync(list, rows.slice(0, 31).join('\r\n'), 'latin1');
    const [first = ''] = commands;

    const code = await ringback(['simulate', ...first.split(' '), '--contacts', list], {
      out: () => {},
      err: () => {},
    });

    rmSync(scratch, { recursive: true });
    expect(code).toBe(0);
  });

  it('shows figures that --json has', async () => {
    const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const [, args = ''] = /`npx ringback simulate (.+ --json)`/.exec(page) ?? [];
    const out: string[] = [];

    await ringback(['simulate', ...args.split(' ')], {
      out: (line) => out.push(line),
      err: () => {},
    });

    const figures = JSON.parse(out.join('\n'));
    const example = JSON.parse(shown);
    expect(Object.keys(example.campaigns)).toEqual(Object.keys(figures.campaigns));
    for (const each of [...Object.values(example.campaigns), example.total] as ShownFigures[]) {
      expect(Object.keys(figures.total)).toEqual(expect.arrayContaining(Object.keys(each)));
      expect(each.share).toBeCloseTo(each.abandoned / (each.answered + each.abandoned), 4);
    }
  });

  it('shows prices as they are loaded', () => {
    const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];

    expect(loadFile('prices', { path: 'prices.yaml', text })).toMatchObject({
      value: { currency: 'EUR', prices: { 'telephony-minute': 0.021 } },
      diagnostics: [],
    });
  });

  it('has every setting of a variant in its table, and no other', () => {
    const named = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    const wrong = readVariants('a=nonsense:1,b=');

    const known = 'wrong' in wrong ? (wrong.wrong.split('there are ')[1] ?? '') : '';
    expect(named).toEqual(known.split(', '));
  });
});

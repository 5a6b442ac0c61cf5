import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readDevOptions } from '../../../../lib/cli/dev/options.ts';
import { Watching } from '../../../../lib/cli/dev/watching.ts';
import type { Changes } from '../../../../lib/local/template/update.ts';
import { exampleFolder } from '../../../support/example.ts';

const NOTHING: Changes = { replaced: [], refused: [] };
const change = (type: string) => ({ stack: 's', logicalId: type, type });

/** A copy of an example that is watched, and what is told of it. */
function watched(changes: Changes, wrong: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-test-dev-'));
  cpSync(exampleFolder('dental-recall'), folder, { recursive: true });
  const [told, taken]: [string[], string[]] = [[], []];
  let heard = () => {};
  const watching = new Watching({
    folder,
    say: (line) => {
      told.push(line);
      heard();
    },
    synthesise: async () => wrong,
    update: async (assembly) => {
      taken.push(assembly);
      return changes;
    },
  });
  onTestFinished(async () => {
    await watching.stop();
    rmSync(folder, { recursive: true });
  });
  return {
    folder,
    taken,
    /** Saves a file with one text in place of another; the lines up to the one that ends it. */
    async save(file: string, from: string, to: string, until: RegExp): Promise<readonly string[]> {
      told.length = 0;
      const path = join(folder, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
      await new Promise<void>((resolve) => {
        heard = () => (until.test(told.at(-1) ?? '') ? resolve() : undefined);
        heard();
      });
      return told.map((line) => line.replaceAll(folder, '.').replace(/\d+\.\d s/, 'a moment'));
    },
  };
}

describe('ringback dev', () => {
  it('says what of a saved file goes into the running centre', async () => {
    const { save, taken } = watched({
      ...NOTHING,
      replaced: [
        change('AWS::StepFunctions::StateMachine'),
        change('AWS::Lambda::Function'),
        change('AWS::Lambda::Function'),
      ],
    });

    const told = await save('centre.yaml', 'Harbour Dental', 'Harbour Dentists', /moment|\d s\)/);

    expect(told).toEqual([
      'centre.yaml: in the running centre: 1 callback rule, 2 functions (a moment)',
    ]);
    expect(taken).toHaveLength(1);
  });

  it('shows mistakes with file and line, and leaves the centre as it was', async () => {
    const { save, taken } = watched(NOTHING);

    const told = await save('centre.yaml', 'Europe/London', 'Europe/Londn', /goes on as it was/);

    expect(told[0]).toMatch(/^\.\/centre\.yaml:\d+:11 {2}error {2}/);
    expect(told.at(-1)).toBe('centre.yaml: 1 error; the centre goes on as it was (a moment)');
    expect(taken).toEqual([]);
  });

  it('names what needs a new start', async () => {
    const { save } = watched({ ...NOTHING, refused: [change('AWS::Connect::Queue')] });

    const told = await save('queues.yaml', '\n', '\n\n', /start again/);

    expect(told).toEqual([
      'queues.yaml: start again to see it; a running centre cannot take over Connect Queue.',
    ]);
  });

  it('passes on why templates could not be made', async () => {
    const { save, taken } = watched(NOTHING, ['too many resources']);

    expect(await save('queues.yaml', '\n', '\n\n', /too many/)).toEqual(['too many resources']);
    expect(taken).toEqual([]);
  });

  it('takes the folder as an argument and goes on at a pace one can follow', () => {
    expect(readDevOptions(['north', '--agents', '3'])).toMatchObject({
      folder: 'north',
      agents: 3,
      speed: 60,
      stay: true,
    });
    expect(readDevOptions(['--speed', '600'])).toMatchObject({ speed: 600 });
    expect(readDevOptions(['north', '--json'])).toEqual({
      wrong: '--json is for runs that end; leave it out',
    });
  });
});

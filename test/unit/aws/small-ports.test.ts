import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledDefinitions, definitionsIn } from '../../../lib/aws/bundled-definitions.ts';
import { readEnvironment } from '../../../lib/aws/environment.ts';
import { systemClock } from '../../../lib/aws/system-clock.ts';
import { ulidIds } from '../../../lib/aws/ulid-ids.ts';
import { instant } from '../../../lib/domain/model/instant.ts';

describe('the system clock', () => {
  it('goes with the time', () => {
    const before = Date.now();
    const now = systemClock().now();

    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});

describe('an id', () => {
  /** The example of github.com/ulid/spec: 01ARZ3NDEK is 30 July 2016. */
  const at = instant(Date.parse('2016-07-30T23:54:10.259Z'));

  it('is a ULID: the time in ten letters, randomness in sixteen', () => {
    const id = ulidIds({ now: () => at }, () => 0n).next();

    expect(id).toBe('01ARZ3NDEK0000000000000000');
  });

  it('sorts by the moment it was made, also within a millisecond', () => {
    let now = at;
    const ids = ulidIds({ now: () => now });
    const made: string[] = [];
    for (let n = 0; n < 50; n++) {
      now = instant(at + Math.floor(n / 10));
      made.push(ids.next());
    }

    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(50);
  });

  it('does not go back when the clock does', () => {
    const times = [at, instant(at - 5000)];
    const ids = ulidIds({ now: () => times.shift() ?? at });
    const first = ids.next();

    expect(ids.next() > first).toBe(true);
  });

  it('of one process is not the next one of another', () => {
    const clock = { now: () => at };

    expect(ulidIds(clock).next()).not.toBe(ulidIds(clock).next());
  });
});

describe('the environment', () => {
  it('gives the variables asked for, as what they are', () => {
    const environment = { CALLS_PER_SECOND: '2.5', CALL_BURST: '5', RECORDS_TABLE: 'r', X: 'y' };

    expect(readEnvironment(environment, 'CALLS_PER_SECOND', 'CALL_BURST')).toEqual({
      CALLS_PER_SECOND: 2.5,
      CALL_BURST: 5,
    });
  });

  it.each([
    ['RECORDS_TABLE', undefined],
    ['RECORDS_TABLE', ''],
    ['CALLS_PER_SECOND', '0'],
    ['CALL_BURST', 'many'],
    ['DIAL_QUEUE_URL', 'dial'],
    ['DIRECTORY_PATH', 'ringback'],
  ] as const)('refuses %s = %j by its name', (name, value) => {
    expect(() => readEnvironment({ [name]: value }, name)).toThrow(`environment variable ${name}`);
  });
});

describe('bundled definitions', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringback-bundle-'));
    await mkdir(join(folder, 'attachments'));
    await writeFile(join(folder, 'definitions.json'), '{"campaigns":{"spring":{}}}');
    await writeFile(join(folder, 'attachments', 'map.pdf'), 'a map');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are read once, whichever port asks', () => {
    const asked = [definitionsIn(folder), definitionsIn(folder)];

    const [first, second] = asked.map((source) => source.definitions());
    expect(second).toBe(first);
  });

  it('lie beside the code', () => {
    expect(bundledDefinitions(folder).definitions()).toEqual({ campaigns: { spring: {} } });
  });

  it.each(['constructor', '__proto__', 'toString'])('have no campaign %s', (name) => {
    const { campaigns } = bundledDefinitions(folder).definitions();

    expect([campaigns[name], name in campaigns]).toEqual([undefined, false]);
  });

  it('come with their attachments', async () => {
    const bytes = await bundledDefinitions(folder).attachment('map.pdf');

    expect(new TextDecoder().decode(bytes)).toBe('a map');
  });

  it.each(['other.pdf', '../definitions.json', '/etc/hosts'])(
    'hold no attachment %s',
    async (name) => {
      await expect(bundledDefinitions(folder).attachment(name)).rejects.toMatchObject({
        name: 'NotFound',
      });
    },
  );
});

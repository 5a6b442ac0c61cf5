// A centre without the stream of agent events: ticks ask Connect what agents do.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { meteredCost } from '../../../lib/cli/start/metered-use.ts';
import { START, type Story, story } from './story.ts';

/** The function that decides about calls, and no other. */
const ASKING = /dialertickRole/;
const PEOPLE = ['601100200', '601100201', '601100202'];

let open: Story | undefined;
const folders: string[] = [];
afterEach(() => open?.end());
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** The clinic that looks at its agents. */
async function clinic(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-looked-at-'));
  folders.push(folder);
  await cp('examples/clinic-recall', folder, { recursive: true });
  const path = join(folder, 'centre.yaml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('connect:\n', 'connect:\n  agentEvents: polled\n'));
  return folder;
}

describe('a centre that looks at its agents', () => {
  it('calls everybody, one agent or two at a time, and pays little at rest', async () => {
    const one = await story({
      of: { folder: await clinic(), campaign: 'spring-recall' },
      people: Object.fromEntries(PEOPLE.map((phone) => [phone, ['answers']])),
      agents: 2,
    });
    open = one;
    await one.import();
    await one.switchTo('running');

    await one.until(() => PEOPLE.every((phone) => one.callsTo(phone) === 1));
    await one.minutes(10);

    const { cloud } = one.centre;
    const asked = cloud.meter.lines().filter(({ action }) => action === 'GetCurrentUserData');
    expect(asked.reduce((sum, { calls }) => sum + calls, 0)).toBeGreaterThan(0);
    const askers = asked.map(({ principal }) => ASKING.exec(principal)?.[0]);
    expect(askers).toEqual(['dialertickRole']);
    const { awsAtRestPerMonth } = meteredCost(one.centre, {
      ...{ events: one.tally.events, recordsImported: PEOPLE.length, ownNumbers: 0 },
      startedAt: START,
    });
    expect(awsAtRestPerMonth).toBeLessThan(8);
  });
});

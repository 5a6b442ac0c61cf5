// A centre without the stream of agent events: ticks ask Connect what agents do.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { meteredCost } from '../../../lib/cli/start/metered-use.ts';
import { START, type Story, story } from './story.ts';

/** The functions that decide about calls, and no other. */
const ASKING = /(dialertick|tickfanout)Role/;
const PEOPLE = ['601100200', '601100201', '601100202'];

let open: Story | undefined;
const folders: string[] = [];
afterEach(() => open?.end());
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** The clinic that looks at its agents. @param settings lines before those of its campaign */
async function clinic(settings = ''): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-looked-at-'));
  folders.push(folder);
  await cp('examples/clinic-recall', folder, { recursive: true });
  const change = async (file: string, by: (text: string) => string) =>
    writeFile(join(folder, file), by(await readFile(join(folder, file), 'utf8')));
  await change('centre.yaml', (text) =>
    text.replace('connect:\n', 'connect:\n  agentEvents: polled\n'),
  );
  await change('campaigns/spring-recall.yaml', (text) => settings + text);
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

  it('gives an agent no call from their limit on until they have worked off enough (CAM-6)', async () => {
    const folder = await clinic('unhandled: { most: 2, until: 0 }\n');
    const many = Array.from({ length: 12 }, (_, n) => String(601_100_200 + n));
    const one = await story({
      of: { folder, campaign: 'spring-recall' },
      people: Object.fromEntries(many.map((phone) => [phone, ['answers']])),
      agents: [{ id: 'anna.nowak', group: 'recall-team' }],
      forgets: 1,
    });
    open = one;
    await one.import();
    await one.switchTo('running');
    const count = (type: string) => one.events.filter((event) => event.type === type).length;

    await one.until(() => count('record.unhandled') === 2);
    await one.minutes(2);
    const calls = count('call.placed');
    const [held] = one.centre.network.agents();
    await one.minutes(4);

    expect(held).toMatchObject({ activity: 'break', breakName: 'Unhandled records' });
    expect([calls, count('call.placed')]).toEqual([2, 2]);
    await one.until(() => count('call.placed') > 2);
    expect(count('record.classified')).toBeGreaterThanOrEqual(2);
  });
});

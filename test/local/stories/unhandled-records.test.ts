// Agents who leave contacts unclassified get no calls from their limit on, until they have worked
// off enough (CAM-6, CAM-7), over the wire.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Story, story } from './story.ts';

let folder = '';
let open: Story | undefined;

/** The clinic, whose agents may leave two contacts. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-unhandled-'));
  await cp('examples/clinic-recall', folder, { recursive: true });
  const path = join(folder, 'campaigns/spring-recall.yaml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, `unhandled: { most: 2, until: 0 }\n${text}`);
});
afterEach(async () => {
  await open?.end();
  open = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

const PEOPLE = Array.from({ length: 12 }, (_, n) => String(601_100_200 + n));

describe('an agent who forgets to classify', () => {
  it('is taken out of the calls by a status in Connect, and comes back when the records are classified', async () => {
    open = await story({
      of: { folder, campaign: 'spring-recall' },
      people: Object.fromEntries(PEOPLE.map((phone) => [phone, ['answers']])),
      agents: [{ id: 'anna.nowak', group: 'recall-team' }],
      forgets: 1,
    });
    await open.import();
    await open.switchTo('running');
    const one = open;
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

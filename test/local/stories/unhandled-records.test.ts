// Agents who leave contacts unclassified get no calls from their limit on, until they have worked
// off enough (CAM-6, CAM-7), over the wire.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Story, story } from './story.ts';

const folders: string[] = [];
let open: Story | undefined;

/** The clinic, whose agents may leave two contacts. */
async function clinic(agentEvents: 'stream' | 'polled'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-unhandled-'));
  folders.push(folder);
  await cp('examples/clinic-recall', folder, { recursive: true });
  const change = async (file: string, by: (text: string) => string) =>
    writeFile(join(folder, file), by(await readFile(join(folder, file), 'utf8')));
  await change('centre.yaml', (text) =>
    text.replace('connect:\n', `connect:\n  agentEvents: ${agentEvents}\n`),
  );
  await change(
    'campaigns/spring-recall.yaml',
    (text) => `unhandled: { most: 2, until: 0 }\n${text}`,
  );
  return folder;
}
afterEach(async () => {
  await open?.end();
  open = undefined;
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const PEOPLE = Array.from({ length: 12 }, (_, n) => String(601_100_200 + n));

describe('an agent who forgets to classify', () => {
  it.each(['stream', 'polled'] as const)(
    'is taken out of the calls by a status in Connect, and comes back when the records are classified: %s (CAM-6)',
    async (agentEvents) => {
      open = await story({
        of: { folder: await clinic(agentEvents), campaign: 'spring-recall' },
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
    },
  );
});

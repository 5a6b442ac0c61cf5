import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkedFolder } from '../../../lib/cli/checked-folder.ts';
import type { BusEvent } from '../../../lib/cli/start/bus-event.ts';
import { keptAssembly } from '../../../lib/cli/start/kept-assembly.ts';
import { startLocalCentre } from '../../../lib/cli/start/local-centre.ts';
import { chooseAgents } from '../../../lib/simulation/dry-run/staff.ts';
import { behaviour } from '../../../lib/simulation/phone-network/behaviour.ts';
import { START } from './story.ts';

const FOLDER = 'examples/clinic-recall';
const PEOPLE = 25;
const HALF_AN_HOUR = 30 * 60_000;

/** What happened in half an hour of the clinic's campaign, with time standing still meanwhile. */
async function eventsWith(seed: string): Promise<readonly BusEvent[]> {
  const checked = await checkedFolder(FOLDER);
  if (checked.kind === 'refused') throw new Error(checked.lines.join('\n'));
  const synthesised = await keptAssembly(FOLDER, '.ringback/assemblies');
  if (synthesised.kind === 'failed') throw new Error(synthesised.output);
  const events: BusEvent[] = [];
  const centre = await startLocalCentre({
    assembly: synthesised.assembly,
    definitions: checked.definitions,
    agents: chooseAgents(checked.definitions, 'spring-recall', undefined),
    ...{ start: START + HALF_AN_HOUR * 2, speed: Number.POSITIVE_INFINITY, seed, poolSize: 1 },
    behaviour: behaviour({ timeZone: 'Europe/Warsaw' }),
    onEvent: (event) => events.push(event),
  });
  const { time } = centre.cloud;
  time.resume();
  const lines = readFileSync(`${FOLDER}/contacts.csv`, 'utf8')
    .split('\n')
    .slice(0, PEOPLE + 1);
  await centre.upload('imports/spring-recall/people.csv', Buffer.from(`${lines.join('\n')}\n`));
  await time.until(() => events.some(({ type }) => type === 'import.finished'));
  await centre.invoke('switch-campaign', { campaign: 'spring-recall', to: 'running', by: 'test' });
  await time.until(time.now() + HALF_AN_HOUR);
  await centre.stop();
  return events;
}

/** ULIDs and UUIDs are new in each run: named by the order in which they come up. */
function withoutIds(events: readonly BusEvent[]): readonly string[] {
  const names = new Map<string, string>();
  const nameOf = (id: string) => {
    names.set(id, names.get(id) ?? `id ${names.size}`);
    return names.get(id) ?? '';
  };
  return events.map((event) =>
    JSON.stringify(event).replace(/[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{8}-[0-9a-f-]{27}/g, nameOf),
  );
}

it('the same seed gives the same run to the call, another seed another', async () => {
  const [first, again, other] = [
    withoutIds(await eventsWith('1')),
    withoutIds(await eventsWith('1')),
    withoutIds(await eventsWith('2')),
  ];

  expect(first.filter((event) => event.includes('attempt.settled')).length).toBeGreaterThan(5);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

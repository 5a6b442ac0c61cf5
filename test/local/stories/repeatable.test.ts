import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { givenBehaviour } from '../../../lib/cli/behaviour-file.ts';
import { checkedFolder } from '../../../lib/cli/checked-folder.ts';
import type { BusEvent } from '../../../lib/cli/start/bus-event.ts';
import { keptAssembly } from '../../../lib/cli/start/kept-assembly.ts';
import { startLocalCentre } from '../../../lib/cli/start/local-centre.ts';
import { peopleOf } from '../../../lib/simulation/dry-run/people-of.ts';
import { chooseAgents } from '../../../lib/simulation/dry-run/staff.ts';
import { START } from './story.ts';

const FOLDER = 'examples/clinic-recall';
const PEOPLE = 15;
const QUARTER_OF_AN_HOUR = 15 * 60_000;

/** What happened in a quarter of an hour of the campaign, with time standing still meanwhile. */
async function eventsWith(seed: string): Promise<readonly BusEvent[]> {
  const checked = await checkedFolder(FOLDER);
  if (checked.kind === 'refused') throw new Error(checked.lines.join('\n'));
  const synthesised = await keptAssembly(FOLDER, '.ringback/assemblies');
  if (synthesised.kind === 'failed') throw new Error(synthesised.output);
  const { definitions } = checked;
  const people = await givenBehaviour({ folder: FOLDER }, definitions, ['spring-recall']);
  if ('refused' in people) throw new Error(people.refused.join('; '));
  const events: BusEvent[] = [];
  const centre = await startLocalCentre({
    assembly: synthesised.assembly,
    definitions,
    agents: chooseAgents(definitions, 'spring-recall', undefined),
    ...{ start: START, speed: Number.POSITIVE_INFINITY, seed, poolSize: 1 },
    behaviour: peopleOf(people.value, definitions, ['spring-recall']),
    onEvent: (event) => events.push(event),
  });
  const { time } = centre.cloud;
  // latin1 keeps every byte, whatever the encoding of the file
  const lines = readFileSync(`${FOLDER}/contacts.csv`, 'latin1')
    .split('\n')
    .slice(0, PEOPLE + 1);
  const list = Buffer.from(`${lines.join('\n')}\n`, 'latin1');
  await centre.upload('imports/spring-recall/people.csv', list);
  await time.until(() => events.some(({ type }) => type === 'import.finished'));
  const on = { campaign: 'spring-recall', to: 'running', by: 'me' } as const;
  expect(await centre.invoke('switch-campaign', on)).not.toMatchObject({ kind: 'refused' });
  await time.until(time.now() + QUARTER_OF_AN_HOUR);
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

it('the same seed gives the same run to the call', async () => {
  const [first, again] = [withoutIds(await eventsWith('1')), withoutIds(await eventsWith('1'))];

  expect(first.filter((event) => event.includes('attempt.settled')).length).toBeGreaterThan(5);
  expect(again).toEqual(first);
});

// A quarter of an hour of the example's campaign as `npm start` runs it, in a process of its own: a
// test runner replaces what functions in the thread of the cloud need.
// node one-run.ts <seed>: writes the events, one JSON object a line.
import { readFileSync } from 'node:fs';
import { givenBehaviour } from '../../../../lib/cli/behaviour-file.ts';
import { checkedFolder } from '../../../../lib/cli/checked-folder.ts';
import type { BusEvent } from '../../../../lib/cli/start/bus-event.ts';
import { keptAssembly } from '../../../../lib/cli/start/kept-assembly.ts';
import { startLocalCentre } from '../../../../lib/cli/start/local-centre.ts';
import { peopleOf } from '../../../../lib/simulation/dry-run/people-of.ts';
import { chooseAgents } from '../../../../lib/simulation/dry-run/staff.ts';

const START = Date.parse('2026-03-02T07:00:00Z');
const FOLDER = 'examples/clinic-recall';
const PEOPLE = 15;
const QUARTER_OF_AN_HOUR = 15 * 60_000;

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
    ...{ start: START, speed: Number.POSITIVE_INFINITY, seed },
    ...{ poolSize: 1, oneThread: true, overlap: 1000 },
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
  await centre.invoke('switch-campaign', on);
  await time.until(time.now() + QUARTER_OF_AN_HOUR);
  await centre.stop();
  return events;
}

const [seed = '1'] = process.argv.slice(2);
for (const event of await eventsWith(seed)) process.stdout.write(`${JSON.stringify(event)}\n`);

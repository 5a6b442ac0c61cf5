// The first half hour of a dry run, in a process of its own (see large.ts): node large-once.ts
// <contacts.csv> <agents> <campaigns>
import { readFileSync } from 'node:fs';
import { TASK_MEMORY } from '../lib/application/tasks/tasks.ts';
import { givenBehaviour } from '../lib/cli/behaviour-file.ts';
import { parseInstant } from '../lib/domain/model/instant.ts';
import { dryRun } from '../lib/simulation/dry-run/dry-run.ts';
import { centreOf } from './keys/many-campaigns.ts';
import { EXAMPLE, exampleDefinitions, say } from './support.ts';

/** Simulated minutes between two looks of a dry run; what happens in the first is not measured. */
const LOOKS = 2;

const [, , list = '', agents = '', campaigns = ''] = process.argv;
const centre = centreOf(await exampleDefinitions(), {
  campaigns: Number(campaigns),
  agents: Number(agents),
  shared: true,
  callsPerSecond: 100,
});
const given = await givenBehaviour({ folder: EXAMPLE }, centre.definitions, centre.campaigns);
if ('refused' in given) throw new Error(given.refused.join('; '));
const bytes = readFileSync(list);
const part = partsOf(bytes, centre.campaigns.length);

const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const looks: { calls: number; left: number; cpu: number }[] = [];
const groups = Object.keys(centre.definitions.groups);
const outcome = await dryRun(
  {
    definitions: centre.definitions,
    from: parseInstant('2026-03-02T07:00:00Z'),
    ...{ seed: '1', callers: 0, days: 1, behaviour: given.value, prices: { prices: {} } },
    agents: centre.agents,
    campaigns: centre.campaigns.map((id, n) => ({
      ...{ id, groups, contacts: { name: 'people.csv', bytes: part(n) } },
    })),
    memory: TASK_MEMORY,
  },
  {
    onProgress: ({ calls, left }) => void looks.push({ calls, left, cpu: seconds() }),
    isStopped: () => looks.length >= LOOKS,
  },
);
if (outcome.kind === 'refused') throw new Error(outcome.reasons.join('; '));
const [first, last] = looks;
if (first === undefined || last === undefined) throw new Error('it ended before it was looked at');
say(
  JSON.stringify({
    records: outcome.figures.total.records.imported,
    calls: last.calls - first.calls,
    importSeconds: first.cpu,
    cpuPerCall: ((last.cpu - first.cpu) / (last.calls - first.calls)) * 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    units: outcome.figures.cost.lines
      .filter(({ price }) => price.startsWith('dynamodb'))
      .map(({ price, quantity }) => [price, (quantity * 1e6) / last.calls]),
  }),
);

/** As many lists of about the same length, each with the headings. */
function partsOf(bytes: Buffer, count: number): (n: number) => Uint8Array {
  const head = bytes.subarray(0, bytes.indexOf(10) + 1);
  const lines = bytes.length - head.length;
  const cut = (n: number) =>
    n === count ? bytes.length : bytes.indexOf('\r\n', head.length + (lines / count) * n) + 2;
  return (n) =>
    count === 1
      ? bytes
      : Buffer.concat([head, bytes.subarray(n === 0 ? head.length : cut(n), cut(n + 1))]);
}

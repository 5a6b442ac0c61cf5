// A large centre in memory, in a process of its own (see large.ts): node large-once.ts
// <contacts.csv> <size as JSON>. The use cases, rules and people of a dry run; what they use of AWS
// is counted at the ports, as the dry run's bill is.
import { readFileSync } from 'node:fs';
import type { Ports } from '../lib/application/ports/ports.ts';
import { givenBehaviour } from '../lib/cli/behaviour-file.ts';
import { campaignId } from '../lib/domain/model/ids.ts';
import { parseInstant, plus } from '../lib/domain/model/instant.ts';
import { Simulation } from '../lib/simulation/centre/simulation.ts';
import { metered, noUsage, type Usage } from '../lib/simulation/costs/usage.ts';
import { peopleOf } from '../lib/simulation/dry-run/people-of.ts';
import { centreOf } from './keys/many-campaigns.ts';
import type { LargeRun, LargeSize } from './large.ts';
import { EXAMPLE, exampleDefinitions, say } from './support.ts';

const START = parseInstant('2026-03-02T07:00:00Z');
/** Simulated minutes that are not measured: the first calls, and code that is not compiled yet. */
const BEFORE = 10;
/** Of the ticks that would order nothing one in so many is run, as in a dry run. */
const IDLE_TICKS_SAMPLED = 25;

const [, , list = '', asked = ''] = process.argv;
const size = JSON.parse(asked) as LargeSize;
const centre = centreOf(await exampleDefinitions(), size);
const given = await givenBehaviour({ folder: EXAMPLE }, centre.definitions, centre.campaigns);
if ('refused' in given) throw new Error(given.refused.join('; '));

/** What runs used, by how many runs on AWS each of them stands for. */
let used = new Map<number, { readonly usage: Usage; readonly ports: Ports }>();
const simulation = new Simulation({
  ...{ definitions: centre.definitions, agents: centre.agents, start: START, seed: '1' },
  ...{ checked: false, keepsHistory: false, idleTicksSampled: IDLE_TICKS_SAMPLED },
  behaviour: peopleOf(given.value, centre.definitions, centre.campaigns),
  weights: given.value.classifiers,
  portsFor(_task, ports, standsFor) {
    const known = used.get(standsFor);
    if (known) return known.ports;
    const usage = noUsage();
    const made = { usage, ports: metered(ports, usage) };
    used.set(standsFor, made);
    return made.ports;
  },
});
let calls = 0;
simulation.ports.journal.listen(({ entry }) => {
  if (entry.type === 'call.placed') calls++;
});

const part = partsOf(readFileSync(list), centre.campaigns.length);
let records = 0;
for (const [n, campaign] of centre.campaigns.entries()) {
  const key = `imports/${campaign}/people.csv`;
  simulation.ports.files.put(key, part(n));
  records += (await simulation.perform('import-contacts', { campaign, key })).imported;
  await simulation.perform('switch-campaign', { campaign, to: 'running', by: 'bench' });
}
const importSeconds = seconds();

await simulation.runUntil(plus(START, BEFORE * 60));
used = new Map();
const before = { calls, cpu: seconds() };
await simulation.runUntil(plus(START, (BEFORE + size.minutes) * 60));
const cpu = seconds() - before.cpu;
const made = calls - before.calls;
const perCall = (figure: 'reads' | 'writes' | 'sends') =>
  [...used].reduce((sum, [times, { usage }]) => sum + times * usage[figure], 0) / made;

let left = 0;
for (const id of centre.campaigns)
  left += (await simulation.ports.records.counts(campaignId(id))).new ?? 0;
const run: LargeRun = {
  ...{ records, left, importSeconds, calls: made, cpuPerCall: (cpu / made) * 1000 },
  megabytes: process.resourceUsage().maxRSS / 1024,
  ...{ reads: perCall('reads'), writes: perCall('writes'), sends: perCall('sends') },
};
say(JSON.stringify(run));

function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

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

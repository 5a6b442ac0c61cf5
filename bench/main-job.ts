// npm run bench:main-job [-- --people 300]: the main job on the local cloud with the first people
// of the example's list, as many simulated days as it takes. Requests and function runs per call do
// not depend on the machine; they are what AWS would bill, too.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkedFolder } from '../lib/cli/checked-folder.ts';
import { instantAt } from '../lib/cli/local-moment.ts';
import { startLocalCentre } from '../lib/cli/start/local-centre.ts';
import { chooseAgents, chooseCampaign } from '../lib/cli/start/people.ts';
import { synthesise } from '../lib/cli/start/synthesise.ts';
import { countEvent, newTally } from '../lib/cli/start/tally.ts';
import { number, say, table } from './support.ts';

const FOLDER = 'examples/clinic-recall';
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    hours: { type: 'string', default: '336' },
  },
});

const checked = await checkedFolder(FOLDER);
if (checked.kind === 'refused') throw new Error(checked.lines.join('\n'));
const { definitions } = checked;
const campaign = chooseCampaign(definitions, undefined);
if ('wrong' in campaign) throw new Error(campaign.wrong);
const synthesised = await synthesise(FOLDER, await mkdtemp(join(tmpdir(), 'ringback-bench-')));
if (synthesised.kind === 'failed') throw new Error(synthesised.output);

const tally = newTally();
const from = instantAt('2026-03-02T08:00', definitions.centre.timeZone) ?? 0;
const centre = await startLocalCentre({
  assembly: synthesised.assembly,
  definitions,
  agents: chooseAgents(definitions, campaign.id, undefined),
  start: from,
  speed: Number.POSITIVE_INFINITY,
  seed: values.seed,
  wrapUpLimit: campaign.wrapUp,
  overlap: 1000,
  onEvent: (event) => countEvent(tally, event),
});
const { time, meter } = centre.cloud;
const csv = await readFile(join(FOLDER, 'contacts.csv'));
time.resume();
await centre.upload(
  `imports/${campaign.id}/people.csv`,
  firstLines(csv, Number(values.people) + 1),
);
await time.until(() => tally.imported !== undefined);
meter.reset();
const began = performance.now();
const cpu = process.cpuUsage();
await centre.invoke('switch-campaign', { campaign: campaign.id, to: 'running', by: 'bench' });
const end = time.now() + Number(values.hours) * 3_600_000;
await time.until(() => isOver() || time.now() > end);
const seconds = (performance.now() - began) / 1000;
const used = process.cpuUsage(cpu);
time.pause();
report();
await centre.stop();

function isOver(): boolean {
  return tally.state === 'ended' && tally.calling.size === 0 && time.inFlight().length === 0;
}

function firstLines(bytes: Uint8Array, lines: number): Uint8Array {
  let at = 0;
  for (let n = 0; n < lines && at >= 0; n++) at = bytes.indexOf(10, at) + 1;
  return bytes.subarray(0, at);
}

function report(): void {
  const calls = Object.values(tally.ended).reduce((sum, n) => sum + n, 0);
  const perCall = (n: number) => (n / calls).toFixed(2);
  const lines = meter.lines();
  const runs = lines.filter(({ action }) => action === 'Invocation');
  const requests = lines.filter(
    ({ action, principal }) => action !== 'Invocation' && principal !== 'administrator',
  );
  const sum = (of: typeof lines) => of.reduce((total, line) => total + line.calls, 0);
  say(
    `${number(calls)} calls in ${seconds.toFixed(1)} s, ${(calls / seconds).toFixed(1)} a second; CPU ${((used.user + used.system) / 1e6 / seconds).toFixed(2)} cores; ${((time.now() - from) / 3_600_000).toFixed(1)} h`,
  );
  const hours = (time.now() - from) / 3_600_000;
  const cpuSeconds = (used.user + used.system) / 1e6;
  say(
    `CPU of this process ${cpuSeconds.toFixed(1)} s, ${(cpuSeconds / hours).toFixed(2)} s a simulated hour; ` +
      `requests ${number(sum(requests))}, ${(sum(requests) / hours).toFixed(0)} a simulated hour`,
  );
  say(
    `per call: ${perCall(sum(requests))} requests, ${perCall(sum(runs))} runs of functions, ${perCall(tally.events)} events`,
  );
  const rows = requests
    .toSorted((a, b) => b.calls - a.calls)
    .map(({ principal, service, action, calls: n, units }) => [
      principal,
      `${service}:${action}`,
      perCall(n),
      perCall(units),
    ]);
  table(['by', 'request', 'per call', 'units per call'], rows);
  table(
    ['function', 'runs per call'],
    runs
      .toSorted((a, b) => b.calls - a.calls)
      .map(({ principal, calls: n }) => [principal, perCall(n)]),
  );
}

// npm run bench:main-job [-- --people 300 --json]: the main job on the local cloud with the first
// people of the example's list, as many simulated days as it takes, and beside it the dry run of
// the same people in memory. Requests, units and function runs per call do not depend on the
// machine; they are what AWS would bill, too. The dry run reckons its bill from the ports, the
// local cloud from what its gateway metered: both are shown. With --threads functions run in worker
// threads, and their processor time is told apart.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { TASK_MEMORY, TASK_NAMES } from '../lib/application/tasks/tasks.ts';
import { givenBehaviour } from '../lib/cli/behaviour-file.ts';
import { checkedFolder } from '../lib/cli/checked-folder.ts';
import { type LocalCentre, startLocalCentre } from '../lib/cli/start/local-centre.ts';
import { meteredCost } from '../lib/cli/start/metered-use.ts';
import { type ChosenCampaign, chooseCampaign } from '../lib/cli/start/people.ts';
import { synthesise } from '../lib/cli/start/synthesise.ts';
import { countEvent, newTally } from '../lib/cli/start/tally.ts';
import { WebhookReceivers } from '../lib/cli/start/webhook-receivers.ts';
import { instant } from '../lib/domain/model/instant.ts';
import type { BillLine } from '../lib/simulation/costs/bill.ts';
import type { RunCost } from '../lib/simulation/costs/run-cost.ts';
import { dryRun } from '../lib/simulation/dry-run/dry-run.ts';
import { peopleOf } from '../lib/simulation/dry-run/people-of.ts';
import { chooseAgents } from '../lib/simulation/dry-run/staff.ts';
import { number, ratio, say, table } from './support.ts';

const FOLDER = 'examples/clinic-recall';
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    hours: { type: 'string', default: '336' },
    threads: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const checked = await checkedFolder(FOLDER);
if (checked.kind === 'refused') throw new Error(checked.lines.join('\n'));
const { definitions } = checked;
const campaign = chosenCampaign();
const agents = chooseAgents(definitions, campaign.id, undefined);
const from = instant(Date.parse('2026-03-02T07:00:00Z'));
const people = await peopleOfTheFolder();
const contacts = firstLines(
  await readFile(join(FOLDER, 'contacts.csv')),
  Number(values.people) + 1,
);

/** What both ways of running the same people are compared by. */
interface Run {
  readonly calls: number;
  /** Seconds of this process, all of its threads. */
  readonly cpu: number;
  readonly cost: RunCost;
}

const local = await onLocalCloud();
const peakMiB = process.resourceUsage().maxRSS / 1024;
const memory = await inMemory();
report();

function chosenCampaign(): ChosenCampaign {
  const chosen = chooseCampaign(definitions, undefined);
  if ('wrong' in chosen) throw new Error(chosen.wrong);
  return chosen;
}

async function peopleOfTheFolder() {
  const given = await givenBehaviour({ folder: FOLDER }, definitions, [campaign.id]);
  if ('refused' in given) throw new Error(given.refused.join('; '));
  return given.value;
}

async function onLocalCloud() {
  const synthesised = await synthesise(FOLDER, await mkdtemp(join(tmpdir(), 'ringback-bench-')));
  if (synthesised.kind === 'failed') throw new Error(synthesised.output);
  const tally = newTally();
  const centre = await startLocalCentre({
    ...{ assembly: synthesised.assembly, definitions, agents, start: from },
    ...{ speed: Number.POSITIVE_INFINITY, seed: values.seed, poolSize: 1 },
    oneThread: !values.threads,
    history: 1000,
    behaviour: peopleOf(people, definitions, [campaign.id]),
    weights: people.classifiers,
    onEvent: (event) => countEvent(tally, event),
  });
  const { time, meter } = centre.cloud;
  new WebhookReceivers(values.seed).playFor(definitions, centre.cloud);
  time.resume();
  await centre.upload(`imports/${campaign.id}/people.csv`, contacts);
  await time.until(() => tally.imported !== undefined);
  const began = performance.now();
  const before = process.cpuUsage();
  const beforeParts = await cpuByPart(centre);
  await centre.invoke('switch-campaign', { campaign: campaign.id, to: 'running', by: 'bench' });
  const end = from + Number(values.hours) * 3_600_000;
  const memoryByDay = new Map<number, number>();
  const looking = setInterval(() => {
    const day = Math.floor((time.now() - from) / 86_400_000);
    const now = Math.round(process.memoryUsage.rss() / 1024 ** 2);
    memoryByDay.set(day, Math.max(now, memoryByDay.get(day) ?? 0));
  }, 500);
  const isOver = () =>
    tally.state === 'ended' && tally.calling.size === 0 && time.inFlight().length === 0;
  await time.until(() => isOver() || time.now() > end);
  const cpu = secondsSince(before);
  const wall = (performance.now() - began) / 1000;
  time.pause();
  clearInterval(looking);
  const parts = difference(await cpuByPart(centre), beforeParts);
  const run = {
    memoryByDay: [...memoryByDay.values()],
    parts: { ...parts, other: cpu - parts.main - parts.functions },
    ...{ calls: callsOf(centre), cpu, wall, events: tally.events },
    hours: (time.now() - from) / 3_600_000,
    lines: meter.lines().filter(({ principal }) => principal !== 'administrator'),
    cost: meteredCost(centre, {
      events: tally.events,
      recordsImported: tally.imported?.imported ?? 0,
      ownNumbers: 0,
      startedAt: from,
    }),
  };
  await centre.stop();
  return run;
}

async function inMemory(): Promise<Run> {
  // a dry run has the heap V8 gives it, not the small one of a local run (small-heap.ts)
  setFlagsFromString('--heap-growing-percent=0');
  const before = process.cpuUsage();
  const outcome = await dryRun({
    ...{ definitions, from, seed: values.seed, callers: 0 },
    agents: agents.map((agent) => ({ ...agent, arn: `agent/${agent.id}` })),
    campaigns: [{ id: campaign.id, contacts: { name: 'people.csv', bytes: contacts }, groups: [] }],
    ...{ days: Number(values.hours) / 24, behaviour: people, prices: { prices: {} } },
    memory: TASK_MEMORY,
  });
  if (outcome.kind === 'refused') throw new Error(outcome.reasons.join('; '));
  const { total } = outcome.figures;
  return { calls: total.calls.total, cpu: secondsSince(before), cost: outcome.figures.cost };
}

function callsOf({ network }: LocalCentre): number {
  return network.stats().calls;
}

/** Seconds of processor time so far: of this thread, and of those that run functions. */
async function cpuByPart({ cloud }: LocalCentre) {
  const { user, system } = process.threadCpuUsage();
  return { main: (user + system) / 1e6, functions: await cloud.functions.cpu() };
}

type Parts = Awaited<ReturnType<typeof cpuByPart>>;

function difference(now: Parts, then: Parts): Parts {
  return { main: now.main - then.main, functions: now.functions - then.functions };
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function firstLines(bytes: Uint8Array, lines: number): Uint8Array {
  let at = 0;
  for (let n = 0; n < lines && at >= 0; n++) at = bytes.indexOf(10, at) + 1;
  return bytes.subarray(0, at);
}

function report(): void {
  const requests = local.lines.filter(({ action }) => action !== 'Invocation');
  const sum = (of: typeof requests) => of.reduce((total, { calls }) => total + calls, 0);
  const writes = quantityOf(local.cost, 'dynamodb-write-million') * 1e6;
  const figures = {
    calls: local.calls,
    seconds: local.wall,
    hours: local.hours,
    // other: collecting garbage and compiling beside the threads
    cpuSeconds: { local: local.cpu, ...local.parts, inMemory: memory.cpu },
    cpuPerCallRatio: local.cpu / local.calls / (memory.cpu / memory.calls),
    requestsPerCall: sum(requests) / local.calls,
    writeUnitsPerCall: writes / local.calls,
    peakMiB,
    peakMiBByDay: local.memoryByDay,
    usdPerThousandCalls: {
      local: local.cost.awsPerThousandCalls,
      simulated: memory.cost.awsPerThousandCalls,
    },
    requestsByFunction: requestsByFunction(),
  };
  if (values.json) {
    say(JSON.stringify(figures));
    return;
  }
  say(
    `${number(local.calls)} calls in ${local.wall.toFixed(1)} s and ${local.hours.toFixed(1)} ` +
      `simulated hours; ${number(memory.calls)} in the dry run`,
  );
  table(
    ['', 'local cloud', 'in memory', 'ratio'],
    [perCall('ms of CPU per call', ({ cpu }) => cpu * 1000), ...billed()],
  );
  say(
    `${figures.requestsPerCall.toFixed(1)} requests and ${figures.writeUnitsPerCall.toFixed(1)} ` +
      `write units per call, at most ${number(peakMiB)} MiB`,
  );
  const rows = requests
    .toSorted((a, b) => b.calls - a.calls)
    .map(({ principal, service, action, calls, units }) => [
      ...[principal, `${service}:${action}`],
      ...[calls, units].map((n) => (n / local.calls).toFixed(2)),
    ]);
  table(['by', 'request', 'per call', 'units per call'], rows);
}

/** Of each function, per call: its runs, its requests, and those by operation; the most first. */
function requestsByFunction() {
  const perCall = (calls: number) => Math.round((calls / local.calls) * 1000) / 1000;
  const rows = TASK_NAMES.map((task) => {
    const role = `${task.replaceAll('-', '')}Role`;
    const own = local.lines.filter(({ principal }) => principal.includes(role));
    const runs = local.lines.find(({ principal }) => principal === `ringback-${task}`)?.calls ?? 0;
    const asked = own.toSorted((a, b) => b.calls - a.calls);
    return {
      task,
      runs: perCall(runs),
      requests: perCall(own.reduce((sum, { calls }) => sum + calls, 0)),
      by: Object.fromEntries(
        asked.map(({ service, action, calls }) => [`${service}:${action}`, perCall(calls)]),
      ),
    };
  });
  return rows
    .filter(({ runs, requests }) => runs + requests > 0)
    .toSorted((a, b) => b.requests - a.requests);
}

function perCall(name: string, of: (run: Run) => number): readonly string[] {
  const [here, there] = [of(local) / local.calls, of(memory) / memory.calls];
  return [name, here.toFixed(3), there.toFixed(3), ratio(here, there)];
}

/** Each quantity of the bill that a call causes, per thousand calls. */
function billed(): readonly (readonly string[])[] {
  const names = new Set([...local.cost.lines, ...memory.cost.lines].map(keyOf));
  return [...names].map((name) => perCall(name, ({ cost }) => amountOf(cost, name) * 1000));
}

function keyOf({ price, how }: BillLine): string {
  return `${price}: ${how}, USD per thousand`;
}

function amountOf({ lines }: RunCost, name: string): number {
  return lines.find((line) => keyOf(line) === name)?.amount ?? 0;
}

function quantityOf({ lines }: RunCost, price: BillLine['price']): number {
  return lines.find((line) => line.price === price)?.quantity ?? 0;
}

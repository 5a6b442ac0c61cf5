// npm run bench:webhooks [-- --json]: ten thousand events for fifty receivers, five of them dead
// and ten slow, all at once. The use case, its line and its log in memory, on a virtual clock,
// behind a queue that hands out what the task catalogue says: batches of ten, ten at the same time.
import { performance } from 'node:perf_hooks';
import type { ReceiverAnswer } from '../lib/application/ports/receivers.ts';
import { TASKS, type TaskInput } from '../lib/application/tasks/tasks.ts';
import { deliverWebhook } from '../lib/application/webhooks/deliver-webhook.ts';
import { campaignId, recordId } from '../lib/domain/model/ids.ts';
import { parseInstant } from '../lib/domain/model/instant.ts';
import { lineId, placeInChange, recordOwner } from '../lib/domain/model/journal-line.ts';
import { memoryPorts } from '../lib/simulation/memory/ports.ts';
import { VirtualClock } from '../lib/simulation/virtual-clock.ts';
import { definitions } from '../test/support/definitions.ts';
import { median, number, say, table } from './support.ts';

type Kind = 'healthy' | 'slow' | 'dead';
type Work = TaskInput<'deliver-webhook'>;

const RECEIVERS = 50;
const EVENTS = 200;
const START = parseInstant('2026-03-02T09:00:00Z');
const LASTS_MINUTES = 10;
/** Milliseconds until a receiver answers; a dead one lets the request run out. */
const ANSWERS_AFTER: Readonly<Record<Kind, number>> = { healthy: 100, slow: 8000, dead: 10_000 };
const { batch, atOnce } = TASKS['deliver-webhook'].queue;

const kindOf = (n: number): Kind => (n % 10 === 0 ? 'dead' : n % 5 === 1 ? 'slow' : 'healthy');
const hostOf = (n: number): string => `r${n}.example.org`;

const clock = new VirtualClock(START);
const queue: Work[] = [];
let running = 0;
let runs = 0;
const settled = () => new Promise((done) => setImmediate(done));
const passes = (ms: number) => new Promise<void>((done) => void clock.at(clock.now() + ms, done));

const campaigns = Object.fromEntries(
  Array.from({ length: RECEIVERS }, (_, n) => {
    const hook = { url: `https://${hostOf(n)}/hook`, events: ['record.reserved'] };
    return [`c${n}`, { webhooks: { hook } }];
  }),
);
const ports = memoryPorts({
  time: clock,
  definitions: definitions({ also: campaigns }),
  onWake: ({ body, delay }) => void clock.at(clock.now() + delay * 1000, () => queue.push(body)),
});
/** When each receiver accepted its deliveries, milliseconds from the start. */
const accepted = new Map<number, number[]>();
ports.receivers.answerWith(async ({ url }): Promise<ReceiverAnswer> => {
  const n = Number(/r(\d+)\./.exec(url)?.[1]);
  const kind = kindOf(n);
  await passes(ANSWERS_AFTER[kind]);
  if (kind === 'dead') return { kind: 'failed', because: 'the service did not answer in time' };
  accepted.set(n, [...(accepted.get(n) ?? []), clock.now() - START]);
  return { kind: 'answered', status: 204, text: '' };
});

/** An event of every campaign after the other, as a busy centre tells them. */
for (let event = 0; event < EVENTS; event++) {
  for (let n = 0; n < RECEIVERS; n++) {
    const ref = { campaign: campaignId(`c${n}`), record: recordId(`r${event}`) };
    const entry = { type: 'record.reserved', at: START, for: 'eva', by: 'olga' } as const;
    ports.journal.append(ref, 2, [entry]);
    queue.push({ campaign: ref.campaign, id: lineId(recordOwner(ref), placeInChange(2, 0)) });
  }
}

function handOut(): void {
  while (running < atOnce && queue.length > 0) {
    const work = queue.splice(0, batch);
    running++;
    runs++;
    void Promise.all(work.map((input) => deliverWebhook(input, ports))).finally(() => {
      running--;
    });
  }
}

const began = performance.now();
const cpu = process.cpuUsage();
while (clock.now() - START < LASTS_MINUTES * 60_000) {
  for (let turn = 0; turn < 3; turn++) {
    handOut();
    await settled();
  }
  if (queue.length > 0 && running < atOnce) continue;
  if (!clock.step(START + LASTS_MINUTES * 60_000)) break;
}
const { user, system } = process.cpuUsage(cpu);

const KINDS: readonly Kind[] = ['healthy', 'slow', 'dead'];
const results = KINDS.map((kind) => {
  const receivers = Array.from({ length: RECEIVERS }, (_, n) => n).filter(
    (n) => kindOf(n) === kind,
  );
  const times = receivers.flatMap((n) => accepted.get(n) ?? []);
  return {
    kind,
    receivers: receivers.length,
    wanted: receivers.length * EVENTS,
    delivered: times.length,
    medianSeconds: times.length === 0 ? null : median(times) / 1000,
    lastSeconds: times.length === 0 ? null : Math.max(...times) / 1000,
  };
});
const log = ports.webhooks.all();
const figures = {
  events: RECEIVERS * EVENTS,
  results,
  runs,
  waiting: log.filter(({ state }) => state === 'waiting').length,
  cpuMillisecondsPerDelivery: (user + system) / 1000 / (RECEIVERS * EVENTS),
  wallSeconds: (performance.now() - began) / 1000,
};
const healthy = results[0];
const inTime = healthy?.delivered === healthy?.wanted && (healthy?.lastSeconds ?? 99) <= 60;

if (process.argv.includes('--json')) say(JSON.stringify({ ...figures, inTime }));
else {
  const seconds = (value: number | null) => (value === null ? '-' : value.toFixed(1));
  table(
    ['receivers', 'of', 'delivered', 'median s', 'last s'],
    results.map(({ kind, receivers, wanted, delivered, ...times }) => [
      `${receivers} ${kind}`,
      number(wanted),
      number(delivered),
      seconds(times.medianSeconds),
      seconds(times.lastSeconds),
    ]),
  );
  say(`${number(runs)} runs; ${number(figures.waiting)} wait after ${LASTS_MINUTES} min`);
  say(`the healthy ones got theirs within a minute: ${inTime ? 'yes' : 'NO'}`);
}
process.exitCode = inTime ? 0 : 1;

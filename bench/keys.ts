// npm run bench:keys [-- --calls 1500 --agents 300 --campaigns 1 --shared --rate 1000 --json]: what
// each partition key of tables and indexes takes at a thousand calls a second, all in one campaign.
// DynamoDB gives a key 1,000 write units and 3,000 read units a second. The use cases run over the
// product's adapters on the DynamoDB of the local cloud. What a key takes for a call, times a
// thousand, is what it would take; calls here are fewer a second, so what the clock causes comes
// out too high. The item of a campaign's state is written by the clock alone: it counts as it is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keyShardsOf } from '../lib/domain/campaigns/key-shards.ts';
import { parseInstant, plus } from '../lib/domain/model/instant.ts';
import { byKind, type KindUse } from './keys/key-kinds.ts';
import type { KeyUse } from './keys/key-meter.ts';
import { centreOf } from './keys/many-campaigns.ts';
import { meteredCentre } from './keys/metered-centre.ts';
import { exampleDefinitions, number, runNode, say, scratchFolder, table } from './support.ts';

/** Calls a second. */
const AT = 1000;
const MOST_WRITES = 1000;
const MOST_READS = 3000;
const START = parseInstant('2026-03-02T07:00:00Z');
/** A share of what a key may take that is worth a row. */
const SHOWN = 0.02;

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '1500' },
    agents: { type: 'string', default: '300' },
    campaigns: { type: 'string', default: '1' },
    shared: { type: 'boolean', default: false },
    rate: { type: 'string', default: String(AT) },
    json: { type: 'boolean', default: false },
  },
});
const wanted = Number(values.calls);
const centre = centreOf(await exampleDefinitions(), {
  campaigns: Number(values.campaigns),
  agents: Number(values.agents),
  shared: values.shared,
  callsPerSecond: Number(values.rate),
});
const { simulation, meter } = meteredCentre({ ...centre, start: START });

for (const [n, campaign] of centre.campaigns.entries()) {
  const list = join(scratchFolder(), 'people.csv');
  const rows = Math.ceil((wanted * 2) / centre.campaigns.length) + 20;
  const seed = String(n + 1);
  runNode(['scripts/generate-contacts.ts', list, '--rows', String(rows), '--seed', seed]);
  const key = `imports/${campaign}/people.csv`;
  simulation.ports.files.put(key, readFileSync(list));
  await simulation.perform('import-contacts', { campaign, key });
  await simulation.perform('switch-campaign', { campaign, to: 'running', by: 'bench' });
}
meter.take();

let calls = 0;
simulation.ports.journal.listen(({ entry }) => {
  if (entry.type === 'call.placed') calls++;
});
const cpu = process.cpuUsage();
await simulation.runUntil(plus(START, 86_400), () => calls >= wanted);
const { user, system } = process.cpuUsage(cpu);
const { requests } = meter;
const uses = meter.take();

const isClocked = ({ place, key }: KeyUse): boolean =>
  place === 'runtime' && key.startsWith('campaign#');
const seconds = (simulation.now() - START) / 1000;
const kinds = byKind(
  uses.map((use) => ({
    ...use,
    writes: isClocked(use) ? use.writes / seconds : (use.writes / calls) * AT,
    reads: (use.reads / calls) * AT,
  })),
);
const share = ({ writes, reads }: { writes: number; reads: number }) =>
  Math.max(writes / MOST_WRITES, reads / MOST_READS);
const busiest = kinds
  .toSorted((a, b) => share(b.asOne ?? b) - share(a.asOne ?? a))
  .filter((kind) => share(kind.asOne ?? kind) > SHOWN);
const over = kinds.filter((kind) => share(kind) > 1);
const sum = (figure: 'writes' | 'reads') => uses.reduce((all, use) => all + use[figure], 0);
const perCall = {
  requests: requests / calls,
  writeUnits: sum('writes') / calls,
  readUnits: sum('reads') / calls,
};

if (values.json) say(JSON.stringify({ calls, seconds, perCall, kinds: busiest, over }));
else report();
process.exitCode = over.length === 0 ? 0 : 1;

function report(): void {
  say(
    `${number(calls)} calls of ${centre.campaigns.length} campaigns with ${centre.agents.length} ` +
      `agents in ${number(seconds)} simulated seconds; keys: ${keyShardsOf(centre.definitions)}`,
  );
  table(
    ['key', 'keys', 'write units a second', 'read units a second', 'share', 'as one key'],
    busiest.map(rowOf),
  );
  say(
    `a call: ${perCall.requests.toFixed(1)} requests, ${perCall.writeUnits.toFixed(1)} write ` +
      `units, ${perCall.readUnits.toFixed(1)} read units; ${number((user + system) / 1e6)} s of CPU`,
  );
}

function rowOf(kind: KindUse): readonly string[] {
  const { asOne } = kind;
  return [
    ...[kind.kind, number(kind.keys), number(kind.writes), number(kind.reads)],
    ...[number(share(kind)), asOne === undefined ? '' : number(share(asOne))],
  ];
}

// npm run bench:keys [-- --calls 3000 --agents 300 --rate 1000 --json]: what each partition key of
// tables and indexes takes at a thousand calls a second. DynamoDB gives a key 1,000 write units and
// 3,000 read units a second. The use cases run over the product's adapters on the DynamoDB of the
// local cloud; units of a key divided by calls, times a thousand, is what it would take. Keys that
// are touched by the clock, not by calls, come out too high, as calls here are fewer a second.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { campaignId } from '../lib/domain/model/ids.ts';
import { parseInstant, plus } from '../lib/domain/model/instant.ts';
import { chooseAgents } from '../lib/simulation/dry-run/staff.ts';
import type { KeyUse } from './keys/key-meter.ts';
import { meteredCentre } from './keys/metered-centre.ts';
import {
  CAMPAIGN,
  exampleDefinitions,
  number,
  runNode,
  say,
  scratchFolder,
  table,
} from './support.ts';

/** Calls a second. */
const AT = 1000;
const MOST_WRITES = 1000;
const MOST_READS = 3000;
const START = parseInstant('2026-03-02T07:00:00Z');

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '3000' },
    agents: { type: 'string', default: '300' },
    rate: { type: 'string', default: String(AT) },
    json: { type: 'boolean', default: false },
  },
});
const wanted = Number(values.calls);

const example = await exampleDefinitions();
const definitions = {
  ...example,
  centre: {
    ...example.centre,
    connect: { ...example.centre.connect, callsPerSecond: Number(values.rate), burst: 200 },
  },
};
const list = join(scratchFolder(), 'people.csv');
runNode(['scripts/generate-contacts.ts', list, '--rows', String(wanted * 2)]);
const agents = chooseAgents(definitions, CAMPAIGN, Number(values.agents));
const { simulation, meter } = meteredCentre({
  definitions,
  agents: agents.map((agent) => ({ ...agent, arn: `agent/${agent.id}` })),
  start: START,
});

const key = `imports/${CAMPAIGN}/people.csv`;
simulation.ports.files.put(key, readFileSync(list));
const { imported } = await simulation.perform('import-contacts', { campaign: CAMPAIGN, key });
const importing = meter.take();
await simulation.perform('switch-campaign', { campaign: CAMPAIGN, to: 'running', by: 'bench' });

let calls = 0;
simulation.ports.journal.listen(({ campaign, entry }) => {
  if (campaign === campaignId(CAMPAIGN) && entry.type === 'call.placed') calls++;
});
const begun = performance.now();
await simulation.runUntil(plus(START, 86_400), () => calls >= wanted);
const { requests } = meter;
const uses = meter.take();

const share = ({ writes, reads }: KeyUse) => Math.max(writes / MOST_WRITES, reads / MOST_READS);
const busiest = uses
  .map((use) => ({
    ...use,
    writes: (use.writes / calls) * AT,
    reads: (use.reads / calls) * AT,
  }))
  .toSorted((a, b) => share(b) - share(a));
const over = busiest.filter((use) => share(use) > 1);

if (values.json) {
  say(JSON.stringify({ calls, requests, busiest: busiest.slice(0, 400), over: over.length }));
} else {
  say(
    `${number(calls)} calls with ${agents.length} agents in ${number((simulation.now() - START) / 1000)} simulated s`,
  );
  table(
    ['key', 'write units a second', 'read units a second', 'share'],
    busiest
      .slice(0, 40)
      .map((use) => [
        `${use.place} ${use.key}`,
        number(use.writes),
        number(use.reads),
        number(share(use)),
      ]),
  );
  say(
    `${imported} imported, busiest key there: ${JSON.stringify(importing.toSorted((a, b) => b.writes - a.writes)[0])}`,
  );
  say(
    `${(requests / calls).toFixed(1)} requests a call, ${number((performance.now() - begun) / 1000)} s`,
  );
}
process.exitCode = over.length === 0 ? 0 : 1;

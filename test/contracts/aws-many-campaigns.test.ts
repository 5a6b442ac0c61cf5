// What a call asks of the tables hardly grows with the campaigns that share the agents (0057). The
// use cases run over the product's adapters, once they are under way: what is done once for each
// campaign, as its import and its first tick, is no part of a call.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { centreOf } from '../../bench/keys/many-campaigns.ts';
import { meteredCentre } from '../../bench/keys/metered-centre.ts';
import { exampleDefinitions, runNode, scratchFolder } from '../../bench/support.ts';
import { parseInstant, plus } from '../../lib/domain/model/instant.ts';

const START = parseInstant('2026-03-02T07:00:00Z');
const UNDER_WAY = 150;
const CALLS = 300;
const PEOPLE = 1_200;

/** Of so many campaigns: requests and units of a call. */
async function askedBy(campaigns: number) {
  const centre = centreOf(await exampleDefinitions(), {
    ...{ campaigns, agents: 100, shared: true, callsPerSecond: 50 },
  });
  const { simulation, meter } = meteredCentre({ ...centre, start: START });
  const list = join(scratchFolder(), 'people.csv');
  runNode(['scripts/generate-contacts.ts', list, '--rows', String(PEOPLE), '--seed', '1']);
  const [header, ...rows] = readFileSync(list, 'latin1').trimEnd().split('\r\n');
  for (const [n, campaign] of centre.campaigns.entries()) {
    const key = `imports/${campaign}/people.csv`;
    const own = rows.filter((_, row) => row % campaigns === n);
    simulation.ports.files.put(key, Buffer.from([header, ...own, ''].join('\r\n'), 'latin1'));
    await simulation.perform('import-contacts', { campaign, key });
    await simulation.perform('switch-campaign', { campaign, to: 'running', by: 'test' });
  }
  let calls = 0;
  simulation.ports.journal.listen(({ entry }) => {
    if (entry.type === 'call.placed') calls++;
  });
  await simulation.runUntil(plus(START, 86_400), () => calls >= UNDER_WAY);
  const before = calls;
  meter.take();
  await simulation.runUntil(plus(START, 86_400), () => calls >= before + CALLS);
  const { requests } = meter;
  const uses = meter.take();
  const of = (figure: 'reads' | 'writes') =>
    uses.reduce((sum, use) => sum + use[figure], 0) / (calls - before);
  return { requests: requests / (calls - before), reads: of('reads'), writes: of('writes') };
}

it('is for twelve campaigns that share their agents little more than for one, but for the reads of their states', async () => {
  const one = await askedBy(1);
  const twelve = await askedBy(12);

  const times = (figure: keyof typeof one) => twelve[figure] / one[figure];
  expect(times('requests')).toBeLessThan(1.35);
  // each tick reads the state of each campaign (0057); 1.5 held while they were remembered
  expect(times('reads')).toBeLessThan(1.7);
  expect(times('writes')).toBeLessThan(1.4);
});

import { readFile } from 'node:fs/promises';
import { TASK_MEMORY } from './lib/application/tasks/tasks.ts';
import { givenBehaviour } from './lib/cli/behaviour-file.ts';
import { checkedFolder } from './lib/cli/checked-folder.ts';
import { chooseCampaign } from './lib/cli/start/people.ts';
import { instant } from './lib/domain/model/instant.ts';
import { dryRun } from './lib/simulation/dry-run/dry-run.ts';
import { chooseAgents } from './lib/simulation/dry-run/staff.ts';
const checked = await checkedFolder('examples/clinic-recall');
if (checked.kind === 'refused') throw new Error('x');
const { definitions } = checked;
const campaign = chooseCampaign(definitions, undefined) as any;
const given = await givenBehaviour({ folder: 'examples/clinic-recall' }, definitions, [campaign.id]) as any;
const all = await readFile('examples/clinic-recall/contacts.csv');
let at = 0; for (let n = 0; n < Number(process.argv[2]) + 1 && at >= 0; n++) at = all.indexOf(10, at) + 1;
const contacts = at > 0 ? all.subarray(0, at) : all;
const outcome = await dryRun({ definitions, from: instant(Date.parse('2026-03-02T07:00:00Z')), seed: '1', callers: 0,
  agents: chooseAgents(definitions, campaign.id, undefined).map((a: any) => ({ ...a, arn: `agent/${a.id}` })),
  campaigns: [{ id: campaign.id, contacts: { name: 'people.csv', bytes: contacts }, groups: [] }],
  days: Number(process.argv[3]) / 24, behaviour: given.value, prices: { prices: {} }, memory: TASK_MEMORY } as any) as any;
const G = globalThis as any;
console.log('calls', outcome.figures?.total.calls.total, 'ordered', G.ORD);
for (const [k, n] of [...G.TICKS].toSorted((a: any, b: any) => b[1] - a[1]).slice(0, 40)) console.log(n, k);

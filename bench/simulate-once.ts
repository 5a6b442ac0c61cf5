// One dry run in a process of its own (see simulate.ts): node simulate-once.ts <folder>
// <contacts.csv> <agents> [<days>]
import { performance } from 'node:perf_hooks';
import { simulate } from '../lib/cli/simulate.ts';
import type { DryRunFigures } from '../lib/simulation/dry-run/figures.ts';

const [, , folder = '', contacts = '', agents = '', days = '10'] = process.argv;
const printed: string[] = [];
const from = performance.now();
const before = process.cpuUsage();
const args = [folder, '--contacts', contacts, '--agents', agents, '--days', days, '--json'];
const code = await simulate(args, { out: (line) => printed.push(line), err: () => {} });
if (code !== 0) throw new Error(`the dry run ended with ${code}`);
const took = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage(before);
const { calls, records } = JSON.parse(printed.join('\n')) as DryRunFigures;
process.stdout.write(
  JSON.stringify({
    calls: calls.total,
    imported: records.imported,
    took,
    cpu: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);

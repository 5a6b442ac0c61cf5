// One import in a process of its own (see import.ts): node import-once.ts <definitions.json> <file>
// <campaign>. The store only counts, so whatever memory grows by is kept by the way from bytes to
// records.
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importContacts } from '../lib/application/imports/import-contacts.ts';
import type { Ports } from '../lib/application/ports/ports.ts';
import { parseInstant } from '../lib/domain/model/instant.ts';
import type { Definitions } from '../lib/language/definitions.ts';
import { memoryPorts } from '../lib/simulation/memory/ports.ts';

const [, , definitionsFile = '', file = '', campaign = ''] = process.argv;
const definitions = JSON.parse(readFileSync(definitionsFile, 'utf8')) as Definitions;
const memory = memoryPorts({
  time: { now: () => parseInstant('2026-03-02T09:00:00Z') },
  definitions,
});

const files: Ports['files'] = {
  read: () => createReadStream(file),
  async write(key, text) {
    await pipeline(Readable.from(text), createWriteStream(`${file}.rejected`));
    return key;
  },
};
const records: Ports['records'] = { ...memory.records, commit: async () => 'committed' };

const from = performance.now();
const before = process.cpuUsage();
const { imported, duplicates, rejected } = await importContacts(
  { campaign, key: 'imports/people.csv' },
  { ...memory, files, records },
);
const took = performance.now() - from;
const { user, system } = process.cpuUsage(before);
const cpu = (user + system) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
const rows = imported + duplicates + rejected;
process.stdout.write(JSON.stringify({ rows, imported, rejected, took, cpu, megabytes }));

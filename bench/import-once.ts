// One import in a process of its own (see import.ts): node import-once.ts <definitions.json> <file>
// <campaign> [store]. By default the store only counts, so whatever memory grows by is kept by the
// way from bytes to records; with `store` records and consents are written to a DynamoDB.
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importContacts } from '../lib/application/imports/import-contacts.ts';
import type { ImportOrder } from '../lib/application/ports/import-queue.ts';
import type { Ports } from '../lib/application/ports/ports.ts';
import { dynamoLedger } from '../lib/aws/dynamodb/ledger.ts';
import { dynamoRecordStore } from '../lib/aws/dynamodb/record-store.ts';
import type { Definitions } from '../lib/language/definitions.ts';
import { memoryPorts } from '../lib/simulation/memory/ports.ts';
import { dynamoTables } from '../test/support/dynamo-tables.ts';

const [, , definitionsFile = '', file = '', campaign = '', store] = process.argv;
const definitions = JSON.parse(readFileSync(definitionsFile, 'utf8')) as Definitions;
const memory = memoryPorts({ time: { now: () => Date.now() }, definitions });

const REPORT = `${file}.rejected`;
const files: Ports['files'] = {
  read: (key) => createReadStream(key.startsWith('reports/') ? REPORT : file),
  async write(key, text) {
    // as in S3, what was there can be read until the new one is whole
    await pipeline(Readable.from(text), createWriteStream(`${REPORT}.new`));
    await rename(`${REPORT}.new`, REPORT);
    return key;
  },
};

async function storeOf(): Promise<Pick<Ports, 'records' | 'ledger'> & { stop: () => void }> {
  if (store === undefined) {
    const records: Ports['records'] = {
      ...memory.records,
      commit: async () => 'committed',
      add: async (changes) => changes.map(() => 'committed'),
    };
    return { records, ledger: memory.ledger, stop: () => {} };
  }
  const { fresh, stop } = await dynamoTables();
  const tables = await fresh();
  const { pseudonyms } = memory;
  return {
    records: dynamoRecordStore(tables.db, tables, pseudonyms),
    ledger: dynamoLedger(tables.db, tables.records, pseudonyms),
    stop,
  };
}

const { stop, ...stored } = await storeOf();
const ports = { ...memory, ...stored, files };
const from = performance.now();
const before = process.cpuUsage();
let order: ImportOrder = { campaign, key: `imports/${campaign}/people.csv`, since: Date.now() };
let done = await importContacts(order, ports);
let runs = 1;
for (; done.goesOn; runs++) {
  order = memory.importQueue.sent.at(-1)?.body ?? order;
  done = await importContacts(order, ports);
}
const took = performance.now() - from;
const { user, system } = process.cpuUsage(before);
const cpu = (user + system) / 1000;
stop();
const megabytes = process.resourceUsage().maxRSS / 1024;
const { rows, imported, rejected } = done;
process.stdout.write(JSON.stringify({ rows, imported, rejected, runs, took, cpu, megabytes }));

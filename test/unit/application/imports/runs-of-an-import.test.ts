// A large file takes several runs (REC-10): each stops before its time is over, and the next goes
// on where it has stopped.
import { describe, expect, it } from 'vitest';
import { importContacts } from '../../../../lib/application/imports/import-contacts.ts';
import type { ImportOrder } from '../../../../lib/application/ports/import-queue.ts';
import { readReport } from '../../../../lib/contacts/report.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { type MemoryPorts, memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { definitions } from '../../../support/definitions.ts';
import { at } from '../../../support/records.ts';

const KEY = 'imports/spring/people.csv';
const ORDER = { campaign: 'spring', key: KEY, since: at(0) };
const ROWS = 200;

/** The 7th row of ten is wrong, the 9th repeats the one before. */
const lineOf = (n: number): string => {
  if (n % 10 === 7) return `P${n};12;\n`;
  return `P${n};${600_100_000 + (n % 10 === 9 ? n - 1 : n)};\n`;
};
const CSV = `Name;Phone;E-mail\n${Array.from({ length: ROWS }, (_, n) => lineOf(n)).join('')}`;

/** Each look at the clock is so many seconds later. */
function portsWith(step: number): MemoryPorts {
  let seconds = 0;
  const now = () => {
    seconds += step;
    return at(seconds);
  };
  const ports = memoryPorts({ time: { now }, definitions: definitions() });
  ports.files.put(KEY, CSV);
  return ports;
}

/** Run after run until nothing is left. @param twice a run that is done once more */
async function runAll(ports: MemoryPorts, twice = -1) {
  let order: ImportOrder | undefined = ORDER;
  for (let run = 1; ; run++) {
    let done = await importContacts(order, ports);
    // its word to the queue got lost, or came twice
    if (run === twice) done = await importContacts(order, ports);
    if (!done.goesOn) return { done, runs: run };
    order = ports.importQueue.sent.at(-1)?.body;
    if (order === undefined) throw new Error('nothing goes on');
  }
}

const sums = { rows: 200, imported: 160, present: 0, duplicates: 20, rejected: 20 };

describe('a large file of contacts', () => {
  it('takes several runs, with the counts and the report of one', async () => {
    const ports = portsWith(15);
    const inOne = portsWith(0);

    const { done, runs } = await runAll(ports);
    const whole = await importContacts(ORDER, inOne);

    expect(runs).toBeGreaterThan(3);
    expect(done).toMatchObject(sums);
    expect(whole).toMatchObject(sums);
    expect(ports.files.text(done.report)).toBe(inOne.files.text(whole.report));
    expect(await ports.records.counts(campaignId('spring'))).toEqual({ new: 160 });
  });

  it('tells once that it is finished, and how far it has come before', async () => {
    const ports = portsWith(15);

    const first = await importContacts(ORDER, ports);
    const before = await ports.jobs.load(campaignId('spring'), 'import', 'people.csv');
    await runAll(ports);

    const finished = (await ports.journal.ofCampaign(campaignId('spring'))).filter(
      ({ type }) => type === 'import.finished',
    );
    expect(first.goesOn).toBe(true);
    expect(before).toMatchObject({ state: 'running' });
    expect(finished).toMatchObject([sums]);
  });

  it.each([1, 2, 3])('counts and reports the same when run %i is done twice', async (twice) => {
    const ports = portsWith(15);

    const { done } = await runAll(ports, twice);

    expect(done).toMatchObject(sums);
    expect(readReport(ports.files.text(done.report) ?? '')).toHaveLength(40);
  });

  it('finds people there who came in an earlier upload of the same file', async () => {
    const ports = portsWith(0);
    await importContacts({ ...ORDER, since: at(-100) }, ports);

    const again = await importContacts({ ...ORDER, since: at(1) }, ports);

    expect(again).toMatchObject({ imported: 0, present: 160 });
  });
});

// What a run leaves behind, read again by `ringback why` and `ringback pacing`: whatever lies there
// is answered in a line.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LAST_RUN, type Snapshot, saveRun } from '../../../lib/cli/last-run.ts';
import { ringback } from '../../../lib/cli/ringback.ts';
import { campaignId } from '../../../lib/domain/model/ids.ts';
import { centreDefinitions } from '../../support/a-centre.ts';
import { added, aRecord, at, NOW } from '../../support/records.ts';

const home = process.cwd();
let scratch = '';
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'ringback-run-'));
  process.chdir(scratch);
});
afterEach(() => {
  process.chdir(home);
  rmSync(scratch, { recursive: true });
});

const snapshot: Snapshot = {
  definitions: centreDefinitions(),
  campaign: {
    campaign: campaignId('spring'),
    version: 1,
    state: 'running',
    changedAt: NOW,
    changedBy: 'olga',
    poolAlerted: false,
    nextCallerId: 0,
    recentOrders: [],
  },
  campaignJournal: [],
  at: NOW,
  records: [
    {
      record: aRecord('ann', { nextContact: at(3600) }),
      attempts: [],
      journal: [added, { type: 'record.postponed', at: at(-60), until: at(3600), gates: [] }],
    },
  ],
};

async function call(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await ringback(args, io);
  return { code, out, err };
}

const WHY = ['why', 'spring', 'ann'];
const PACING = ['pacing', 'spring'];

/** What lies in the file, changed. */
function damage(file: string, change: (text: string) => string): void {
  const path = join(LAST_RUN, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

describe('ringback why', () => {
  it('knows the records of campaigns that ran beside it, and names those that ran', async () => {
    const autumn = campaignId('autumn');
    const bob = { ...aRecord('bob', { state: 'closed' }), campaign: autumn };
    const beside = [{ campaign: { ...snapshot.campaign, campaign: autumn }, campaignJournal: [] }];
    const records = [...snapshot.records, { record: bob, attempts: [], journal: [added] }];
    const { campaigns } = snapshot.definitions;
    const both = { ...campaigns, ...(campaigns.spring && { autumn: campaigns.spring }) };
    const definitions = { ...snapshot.definitions, campaigns: both };
    await saveRun({ ...snapshot, definitions, beside, records }, '');

    const ofAutumn = await call('why', 'autumn');
    const ofOther = await call('why', 'winter', 'bob');

    expect(ofAutumn.out.slice(0, 2)).toEqual([
      'The latest of 1 record of autumn (the last local run):',
      expect.stringContaining('closed'),
    ]);
    expect(ofOther.err).toEqual(["the last run was of 'spring' and 'autumn', not of 'winter'"]);
  });

  it('tells all times on the clock of the centre, and names it once (NEW-5)', async () => {
    await saveRun(snapshot, '');

    const { code, out } = await call(...WHY, '--gates');

    expect(code).toBe(0);
    expect(out).toEqual([
      'Record ann of spring: new, 0 contacts (the last local run)',
      'Times are in Europe/Warsaw.',
      '',
      '  Mon 2026-03-02 10:00:00  added by import, row 2',
      '  Mon 2026-03-02 09:59:00  not called; put off until Mon 2026-03-02 11:00:00',
      '',
      'At Mon 2026-03-02 10:00:00 it is not called before Mon 2026-03-02 11:00:00.',
      expect.stringMatching(/campaign-running/),
      expect.stringMatching(/record-state/),
      expect.stringMatching(/record-free/),
      expect.stringMatching(/telephone-number/),
      '  ✗ next-contact       Mon 2026-03-02 10:00:00, wanted Mon 2026-03-02 11:00:00',
      expect.stringMatching(/queue-hours/),
      expect.stringMatching(/callee-hours/),
      '',
      '1 record of the campaign is waiting for a call, 1 is not finished.',
    ]);
    expect(out.join('\n')).not.toMatch(/\dT\d|\dZ/);
  });

  it('keeps moments as they are in JSON, for tools', async () => {
    await saveRun(snapshot, '');

    const { out } = await call(...WHY, '--json');

    expect(JSON.parse(out.join(''))).toMatchObject({
      presentSays: 'it is not called before 2026-03-02T10:00:00.000Z',
    });
  });
});

describe.each([
  ['why', WHY],
  ['pacing', PACING],
])('ringback %s', (_name, args) => {
  it('says that nothing has been run', async () => {
    expect(await call(...args)).toEqual({
      code: 1,
      out: [],
      err: [`nothing has been run here yet (${LAST_RUN} is missing); try: npm start`],
    });
  });

  it.each([
    ['of another version', (text: string) => text.replace(/"version":"\w+"/, '"version":"old"')],
    ['of one that kept no version', (text: string) => text.replace(/"version":"\w+",/, '')],
  ])('says that the last run is %s', async (_what, change) => {
    await saveRun(snapshot, '');
    damage('campaign.json', change);

    expect(await call(...args)).toEqual({
      code: 1,
      out: [],
      err: [
        `the last run (${LAST_RUN}) was saved by another version of Ringback; run it again: npm start`,
      ],
    });
  });

  it.each([
    ['half of the campaign', 'campaign.json', (text: string) => text.slice(0, text.length / 2)],
    ['nothing of the campaign', 'campaign.json', () => 'null'],
    ['half of a record', 'records.jsonl', (text: string) => text.slice(0, text.length / 2)],
    ['too few records', 'records.jsonl', () => ''],
  ])('says that the last run is damaged: %s', async (_what, file, change) => {
    await saveRun(snapshot, '');
    damage(file, change);

    expect(await call(...args)).toEqual({
      code: 1,
      out: [],
      err: [`the saved last run (${LAST_RUN}) is damaged; run it again: npm start`],
    });
  });
});

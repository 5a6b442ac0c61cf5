// `kill -9` of a local run: nothing of it is kept, and whoever asks for the last run is told so.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LAST_RUN, lastRun, type Snapshot, saveRun } from '../../../lib/cli/last-run.ts';
import { ringback } from '../../../lib/cli/ringback.ts';
import { leavePlace, takePlace, unfinishedRun } from '../../../lib/cli/start/run-marker.ts';
import { campaignId } from '../../../lib/domain/model/ids.ts';
import { centreDefinitions } from '../../support/a-centre.ts';
import { added, aRecord, NOW } from '../../support/records.ts';

const home = process.cwd();
const MARKER_MODULE = pathToFileURL(join(home, 'lib/cli/start/run-marker.ts')).href;
let scratch = '';
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'ringback-killed-'));
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
  records: [{ record: aRecord('ann'), attempts: [], journal: [added] }],
};

const LOST =
  /^the run of campaign 'spring' started at \S+Z was killed before its end; its records, journal and messages are lost$/;

/** Another process has a run going on, and is killed. */
async function killedRun(): Promise<void> {
  const code = `const { takePlace } = await import('${MARKER_MODULE}');
    await takePlace('spring');
    console.log('running');
    setInterval(() => {}, 1000);`;
  const run = spawn(process.execPath, ['--input-type=module', '-e', code]);
  await once(run.stdout, 'data');
  run.kill('SIGKILL');
  await once(run, 'exit');
}

async function why() {
  const lines: string[] = [];
  const io = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
  const code = await ringback(['why', 'spring', 'ann'], io);
  return { code, lines };
}

describe('a local run that is killed', () => {
  it('is said to be lost, and the run before it is not taken for it', async () => {
    await saveRun(snapshot, '');
    await killedRun();

    const { code, lines } = await why();

    expect(await unfinishedRun()).toMatch(LOST);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/\(the last local run that was kept; the run .* are lost\)$/);
  });

  it('is said to be lost where no run was kept before', async () => {
    await killedRun();

    const { code, lines } = await why();

    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(
      /was killed before its end; its records, journal and messages/,
    );
  });

  it('while it is being kept leaves the run before it whole', async () => {
    await saveRun(snapshot, '');
    mkdirSync('.ringback/last-run.new');
    writeFileSync('.ringback/last-run.new/campaign.json', '{"half');

    expect(await lastRun()).toMatchObject({ kind: 'kept', records: [{ journal: [added] }] });
    await saveRun({ ...snapshot, records: [] }, '');
    expect(await lastRun()).toMatchObject({ kind: 'kept', records: [] });
    expect(existsSync('.ringback/last-run.new')).toBe(false);
  });
});

describe('a local run', () => {
  it('that is going on is said to be', async () => {
    await takePlace('spring');

    expect(await unfinishedRun()).toMatch(/'spring' started at \S+ is still going on/);
  });

  it('that has ended leaves nothing to say', async () => {
    const place = await takePlace('spring');
    if (place) await leavePlace(place);
    if (place) await leavePlace(place);

    expect(await unfinishedRun()).toBeUndefined();
  });

  it('whose marker cannot be read is nothing to say either', async () => {
    await saveRun(snapshot, '');
    writeFileSync('.ringback/run-in-progress.json', 'half a mark');

    expect([await unfinishedRun(), (await lastRun()).kind]).toEqual([undefined, 'kept']);
    expect(existsSync(LAST_RUN)).toBe(true);
  });
});

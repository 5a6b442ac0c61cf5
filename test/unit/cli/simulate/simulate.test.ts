import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringback } from '../../../../lib/cli/ringback.ts';
import { EXAMPLE, exampleFolder } from '../../../support/example.ts';

const SHARED = exampleFolder('energy-supplier');

let scratch = '';
let short = '';

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'ringback-simulate-'));
  const rows = readFileSync(join(EXAMPLE, 'contacts.csv'), 'latin1').split('\r\n');
  short = file('short.csv', rows.slice(0, 61).join('\r\n'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text, 'latin1');
  return path;
}

async function call(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await ringback(['simulate', ...args], io);
  return {
    code,
    out: out.join('\n'),
    err: err.join('\n').replace(/\nFor help: npx ringback simulate --help$/, ''),
  };
}
const small = (...more: string[]) => call(EXAMPLE, '--contacts', short, '--days', '2', ...more);

describe('ringback simulate', () => {
  it('prints the same bytes for the same seed', async () => {
    const [first, again] = [await small(), await small()];

    expect(again).toEqual(first);
    expect(first.code).toBe(0);
    expect(first.out).toContain('Dry run of spring-recall · predictive · 20 agents · seed 1');
    expect(first.out).toContain('All sums reconcile.');
  });

  it('prints one JSON object with --json', async () => {
    const { out, code } = await small('--json', '--agents', '3', '--from', '2026-03-03');

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      agents: 3,
      from: '2026-03-03T00:00',
      discrepancies: [],
    });
  });

  it('compares variants in threads of their own, and writes the page of it', async () => {
    const page = join(scratch, 'page.html');
    const { out, code } = await small(
      '--compare',
      'now=,few=mode:progressive,agents:4',
      '--report',
      page,
      '--json',
    );

    const { variants } = JSON.parse(out);
    expect(code).toBe(0);
    expect(variants).toMatchObject([
      { name: 'now', figures: { mode: 'predictive', agents: 20 } },
      { name: 'few', figures: { mode: 'progressive', agents: 4 } },
    ]);
    expect(readFileSync(page, 'utf8')).toContain('few: mode progressive, agents 4');
  });

  it('learns how people behave from a journal, and says what it learned', async () => {
    const at = Date.parse('2026-03-02T10:00:00Z');
    const lines = Array.from({ length: 120 }, (_, n) => {
      const attempt = `a-${n}`;
      const status = n % 4 === 0 ? 'answered' : 'not-answered';
      const journal = [
        { type: 'call.placed', at, attempt, contact: `c-${n}` },
        ...(n % 4 === 0 ? [{ type: 'call.answered', at: at + 9000, attempt, by: 'customer' }] : []),
        {
          type: 'call.ended',
          at: at + 60_000,
          attempt,
          status,
          talkSeconds: n % 4 === 0 ? 50 : undefined,
        },
      ];
      return JSON.stringify({ record: { record: `r-${n}` }, attempts: [], journal });
    });
    const { code, err } = await small('--learn-from', file('journal.jsonl', lines.join('\n')));

    expect(code).toBe(0);
    expect(err).toContain('journal.jsonl: 120 calls, 25% answered by people, 0% busy');
  });

  it('ends with what there is so far, marked as partial, and 130 at Ctrl-C', async () => {
    const list = join(scratch, 'long.csv');
    const run = promisify(execFile);
    await run(process.execPath, ['scripts/generate-contacts.ts', list, '--rows', '2000']);
    const child = spawn(process.execPath, [
      'bin/ringback.ts',
      'simulate',
      EXAMPLE,
      '--contacts',
      list,
      '--agents',
      '10',
    ]);
    let out = '';
    let told = '';
    child.stdout.on('data', (data) => {
      out += String(data);
    });
    child.stderr.on('data', (data) => {
      // the first line of progress: the run is under way
      if (told === '') child.kill('SIGINT');
      told += String(data);
    });
    const code = await new Promise((resolve) => child.on('close', resolve));

    expect(code).toBe(130);
    expect(out).toContain('PARTIAL: stopped early');
    expect(out).toContain('All sums reconcile.');
  });

  describe('a whole centre', () => {
    const centre = (...more: string[]) => call(SHARED, '--days', '1', '--agents', '5', ...more);

    it('has figures per campaign and in all with --json, and a report with a section for each', async () => {
      const page = join(scratch, 'centre.html');
      const { out, code } = await centre('--json', '--report', page);

      const { campaigns, total, discrepancies } = JSON.parse(out);
      expect({ code, discrepancies }).toEqual({ code: 0, discrepancies: [] });
      expect(Object.keys(campaigns)).toEqual(['contract-renewal', 'meter-reading']);
      const all = [campaigns['contract-renewal'], campaigns['meter-reading']];
      for (const count of ['answered', 'abandoned', 'contacts'])
        expect(all[0][count] + all[1][count]).toBe(total[count]);
      for (const { answered, abandoned, share } of [...all, total]) {
        expect(answered).toBeGreaterThan(20);
        expect(share).toBeCloseTo(abandoned / (answered + abandoned), 5);
      }
      const html = readFileSync(page, 'utf8');
      expect(html).toContain('<h2 class="variant">contract-renewal: predictive, 5 agents</h2>');
      expect(html).toContain('<h2 class="variant">meter-reading: predictive, 5 agents</h2>');
    });

    it('prints a row for each campaign and the sums, and which list it calls', async () => {
      const { out } = await centre();

      expect(out).toContain('Dry run of 2 campaigns · 5 agents · seed 1');
      expect(out).toMatch(/Contacts of meter-reading: .*contacts\/meter-reading\.csv/);
      for (const row of ['contract-renewal', 'meter-reading', 'total'])
        expect(out).toMatch(new RegExp(`^ {2}${row} .*%`, 'm'));
      expect(out).toContain('All sums reconcile.');
    });

    it('can be compared by agents, and says what else needs a campaign', async () => {
      const { code, err } = await centre('--compare', 'now=,safe=cap:1%');

      expect({ code, err }).toEqual({
        code: 1,
        err: "--compare: variant 'safe': 'cap' is a setting of one campaign, and 2 run here. Compare one of them with --campaign <id>; only 'agents' can be compared for the whole centre.",
      });
    });

    it.each([
      [
        'spring=x.csv',
        "--contacts: there is no campaign 'spring'. Use 'contract-renewal' or 'meter-reading'.",
      ],
      ['meter-reading=x.csv', "--contacts: 'x.csv' cannot be read; is the path right?"],
    ])('refuses --contacts %s', async (list, err) => {
      expect(await centre('--contacts', list)).toEqual({ code: 1, out: '', err });
    });

    it('needs a list for each campaign that only places calls', async () => {
      const folder = join(scratch, 'no-list');
      cpSync(SHARED, folder, { recursive: true });
      rmSync(join(folder, 'contacts', 'meter-reading.csv'));

      const { code, err } = await call(folder);

      expect(code).toBe(1);
      expect(err).toContain("campaign 'meter-reading' has no list to call: there is neither ");
      expect(err).toContain('Choose one with --contacts meter-reading=<csv>, or run a single');
    });
  });

  describe('says what is wrong and what to do', () => {
    const bad = (name: string, text: string) => file(name, text);

    it.each([
      [[], 2, 'name the folder of a contact centre'],
      [['nowhere'], 1, "there is no folder 'nowhere'"],
      [
        [EXAMPLE, '--campaign', 'spring-recal'],
        1,
        "--campaign: there is no campaign 'spring-recal'. Did you mean 'spring-recall'?",
      ],
      [[EXAMPLE, '--agents', '0'], 2, "--agents takes a whole number from 1 to 2000, not '0'"],
      [
        [EXAMPLE, '--from', '2026-02-30'],
        2,
        "--from takes a day such as 2026-03-02, or a day and time such as 2026-03-02T08:00, not '2026-02-30'",
      ],
      [[EXAMPLE, '--days', 'two'], 2, "--days takes a whole number from 1 to 366, not 'two'"],
      [
        [EXAMPLE, '--contact', 'x.csv'],
        2,
        "there is no option '--contact'; did you mean '--contacts'?",
      ],
      [
        [EXAMPLE, '--contacts', 'gone.csv'],
        1,
        "--contacts: 'gone.csv' cannot be read; is the path right?",
      ],
      [
        [EXAMPLE, '--behaviour', 'gone.yaml'],
        1,
        "--behaviour: 'gone.yaml' cannot be read; is the path right?",
      ],
      [
        [EXAMPLE, '--learn-from', 'gone'],
        1,
        "--learn-from: 'gone' does not exist; 'ringback start' writes .ringback/last-run",
      ],
      [
        [EXAMPLE, '--compare', 'a=agents:3'],
        2,
        "--compare needs at least two variants, as in now=,more=agents:14; there is only 'a'",
      ],
      [
        [EXAMPLE, '--compare', 'a=,b=rule:worked-x'],
        1,
        "--compare: variant 'b': there is no rule 'worked-x'. Did you mean 'worked-a'?",
      ],
      [
        [EXAMPLE, '--compare', 'a=,b=agents:20'],
        1,
        "--compare: 'a' and 'b' result in the same campaign, so there is nothing to compare",
      ],
    ] as const)('%j', async (args, code, err) => {
      expect(await call(...args)).toEqual({ code, out: '', err });
    });

    it('a file of behaviour with a mistake: file, line and remedy', async () => {
      const path = bad('behaviour.yaml', 'callees:\n  anser: 40%\nagents:\n  wrapUp: 20\n');

      const { code, err } = await small('--behaviour', path);

      expect(code).toBe(1);
      expect(err).toContain(
        `${path}:2:3  error  'anser' has no meaning here  [unknown-key]\n    Did you mean 'answer'?`,
      );
      expect(err).toContain(`${path}:4:11  error`);
    });

    it('a classifier the campaign does not have', async () => {
      const path = bad('classifiers.yaml', 'classifiers:\n  apointment-made: 2\n');

      const { code, err } = await small('--behaviour', path);

      expect(code).toBe(1);
      expect(err).toBe(
        `${path}:2:3  error  campaign 'spring-recall' has no classifier 'apointment-made'  [unknown-classifier]\n    Did you mean 'appointment-made'?`,
      );
    });

    it('prices in a currency nobody can convert', async () => {
      const path = bad('prices.yaml', 'currency: PLN\nprices:\n  sms-part: 0.1\n');

      const { code, err } = await small('--prices', path);

      expect({ code, err }).toEqual({
        code: 1,
        err: `${path}: prices are in PLN, but AWS prices are in USD. Add 'perDollar', the price of one dollar in PLN.`,
      });
    });

    it('a list with other columns', async () => {
      const { code, err } = await call(
        EXAMPLE,
        '--contacts',
        bad('columns.csv', 'Name;Town\nAnn;Brno\n'),
      );

      expect(code).toBe(1);
      expect(err).toContain(
        "columns.csv' could be imported:\n  row 1: no column with telephone numbers or e-mail addresses; name it under 'columns' of the campaign. The file has: Name, Town",
      );
      expect(err).toContain(
        "Use a file with those columns, or map its columns under 'columns' of the campaign.",
      );
    });

    it('a journal that is none: file and line', async () => {
      const path = bad(
        'broken.jsonl',
        '{"record":"r","entry":{"type":"record.added","at":1}}\nhello\n',
      );

      const { code, err } = await small('--learn-from', path);

      expect(code).toBe(1);
      expect(err).toContain(`${path}:2  this line is not a journal entry`);
    });

    it('too little to learn from', async () => {
      const path = bad(
        'few.jsonl',
        '{"record":"r","entry":{"type":"call.ended","at":1,"attempt":"a","status":"busy"}}',
      );

      const { err } = await small('--learn-from', path);

      expect(err).toBe(
        `--learn-from: ${path}: only 1 call ended in it, and at least 100 are needed to learn from`,
      );
    });

    it('a report that cannot be written, after the figures', async () => {
      const { code, err, out } = await small('--report', join(scratch, 'nowhere', 'x.html'));

      expect(code).toBe(1);
      expect(err).toContain("x.html' cannot be written");
      expect(out).toContain('All sums reconcile.');
    });

    it('a folder with mistakes, as check tells them', async () => {
      const folder = join(scratch, 'broken');
      cpSync(EXAMPLE, folder, { recursive: true });
      writeFileSync(
        join(folder, 'queues.yaml'),
        'recall:\n  groups: [recall-team]\n  hours: ofice\n',
      );

      const { code, err } = await call(folder);

      expect(code).toBe(1);
      expect(err).toContain("queues.yaml:3:10  error  there are no hours 'ofice'  [unknown-hours]");
    });
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringback } from '../../../lib/cli/ringback.ts';
import { exampleFolder } from '../../support/example.ts';

const RECEPTION = exampleFolder('medika-reception');
let scratch = '';

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'ringback-ivrs-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** The example with one text changed. */
function folderWith(name: string, file: string, was: string, is: string): string {
  const folder = join(scratch, name);
  cpSync(RECEPTION, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(was)) throw new Error(`${file} does not hold '${was}'`);
  writeFileSync(join(folder, file), text.replace(was, is));
  return folder;
}

async function run(args: readonly string[], typed: readonly string[] = []) {
  const out: string[] = [];
  const err: string[] = [];
  async function* lines() {
    yield* typed;
  }
  const code = await ringback(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    lines: lines(),
  });
  return { code, out, err };
}

describe('ringback test', () => {
  it('runs the tests of IVRs and counts the paths (NEW-3)', async () => {
    const { code, out } = await run(['test', RECEPTION]);

    expect(code).toBe(0);
    expect(out).toContain('✓ results: on Christmas Eve the call is ended at once');
    expect(out.slice(-10)).toEqual([
      '',
      'IVR paths covered by tests',
      '  appointments  100%  16 of 16',
      '  czech         100%  12 of 12',
      '  english       100%  12 of 12',
      '  partners      100%  20 of 20',
      '  patients      100%  44 of 44',
      '  results       100%  5 of 5',
      '',
      '59 passed, 0 failed',
    ]);
  });

  it('shows the path taken beside the path expected, and the paths no test covers', async () => {
    const file = 'ivrs/results.test.yaml';
    const folder = folderWith('fewer', file, 'at: 2026-12-24T10:00', 'at: 2026-12-23T10:00');
    const { out } = await run(['test', folder]);
    const from = out.findIndex((line) => line.startsWith('✗'));

    expect(out.slice(from, from + 8)).toEqual([
      '✗ results: on Christmas Eve the call is ended at once',
      expect.stringMatching(/^ {4}.*\/ivrs\/results\.test\.yaml:\d+$/),
      '    call of 2026-12-23T10:00',
      '      path expected  answer > hours > goodbye',
      '           was       answer > hours > welcome > agents',
      '                                      ^',
      '      ends expected  disconnected',
      '           was       waiting',
    ]);
    expect(out).toContain('      not covered: hours: closed → goodbye');
    expect(out).toContain('  results        80%  4 of 5');
  });

  it('tells the same as JSON', async () => {
    const { out } = await run(['test', RECEPTION, '--json']);
    const report = JSON.parse(out.join('\n'));

    expect(Object.keys(report)).toEqual([
      'passed',
      'failed',
      'scenarios',
      'calls',
      'coverage',
      'ruleCoverage',
    ]);
    expect(report.passed).toBe(59);
    expect(report.calls[0]).toMatchObject({
      ivr: 'appointments',
      passed: true,
      came: { path: ['answer', 'hours', 'menu', 'appointments'], ends: 'agent' },
    });
    expect(report.coverage[0]).toEqual({
      ivr: 'appointments',
      taken: 16,
      paths: 16,
      untaken: [],
    });
  });
});

const AT = ['--at', '2026-03-02T10:00'];

describe('ringback call', () => {
  it('plays a call to its end (NEW-3)', async () => {
    const typed = ['2', 'wait 90 s', 'agent jan.wilk'];
    const { code, out } = await run(['call', RECEPTION, 'appointments', ...AT], typed);

    expect(code).toBe(0);
    expect(out.filter((line) => !line.includes('“'))).toEqual([
      '10:00:00  +48500000000 calls appointments: Umawianie wizyt',
      '   a key (1 2 3), Enter for silence, or "hang up"',
      '> 2',
      '10:00:12  in the queue results, priority 4 (1 is served first)',
      '   waiting: "wait 90 s", Enter for the next announcement, "agent" or "agent <name>" takes the call, or "hang up"',
      '> wait 90 s',
      '   waiting: "wait 90 s", Enter for the next announcement, "agent" or "agent <name>" takes the call, or "hang up"',
      '> agent jan.wilk',
      '10:01:42  jan.wilk takes the call',
      '   digits (at most 1, # ends), Enter for silence, or "hang up"',
      '10:02:47  the agent has talked to the caller',
      '          record new, no call back',
    ]);
  });

  it('says what is not possible now, and asks again', async () => {
    const { out } = await run(['call', RECEPTION, 'appointments', ...AT], ['agent', 'hang up']);

    expect(out.slice(-4)).toEqual([
      '   not possible now: a key (1 2 3), Enter for silence, or "hang up"',
      '> hang up',
      '10:00:11  the caller hung up',
      '          record new, call back 2026-03-02T10:00',
    ]);
  });

  it('shows the blocks it passes', async () => {
    const { out } = await run([
      'call',
      RECEPTION,
      'results',
      '--at',
      '2026-12-24T10:00',
      '--trace',
    ]);

    expect(out).toEqual([
      '10:00:00  +48500000000 calls results: Wyniki badań',
      '10:00:00  [called answer-call: answered]',
      '10:00:00  [answer: next]',
      '10:00:00  [hours: closed]',
      '10:00:00  [goodbye]',
      '10:00:00  the IVR hung up',
      '          record new, no call back',
    ]);
  });

  it('shows silence by the name of its exit', async () => {
    const { out } = await run(
      ['call', RECEPTION, 'appointments', ...AT, '--trace'],
      ['', 'hang up'],
    );

    expect(out.filter((line) => line.includes('['))).toEqual([
      '10:00:00  [called answer-call: answered]',
      '10:00:00  [answer: next]',
      '10:00:00  [hours: open]',
      '10:00:17  [menu: none]',
      expect.stringMatching(/\[called route-call: answered\]$/),
      expect.stringMatching(/\[appointments\]$/),
    ]);
  });

  it('asks what a service answers, or takes it from a file', async () => {
    const answers = join(scratch, 'answers.yaml');
    const given = join(scratch, 'given.yaml');
    writeFileSync(answers, 'sign-in: { access: { token: abc } }\n');
    writeFileSync(given, 'records: [{ phone: "+48 500 000 000" }]\n');
    const options = [...AT, '--given', given, '--answers', answers];
    const typed = ['1', '{ready', '{"test": {"state": "ready", "date": "wczoraj"}}'];

    const { code, out } = await run(['call', RECEPTION, 'patients', ...options], typed);

    expect(code).toBe(0);
    expect(out.slice(-5)).toEqual([
      '   this is not JSON; what does the service of \'laboratory\' return? JSON such as {"state": "ready"}, or "failed"',
      '> {"test": {"state": "ready", "date": "wczoraj"}}',
      '10:00:12  “Wynik badania z dnia wczoraj jest gotowy. Można go odebrać w rejestracji.”',
      '10:00:17  the IVR hung up',
      '          record record-1, no call back',
    ]);
  });

  it('leaves a message, is connected outside, and reads digits', async () => {
    const message = await run(
      ['call', RECEPTION, 'partners', ...AT, '--from', '+48 58 777 01 01'],
      ['3', '12 s', ''],
    );
    const outside = await run(
      ['call', RECEPTION, 'appointments', ...AT],
      ['3', 'wait 8 min', 'no answer'],
    );
    const digits = await run(['call', RECEPTION, 'czech', ...AT], ['2', '602111222#']);

    expect(message.out.slice(-2)).toEqual([
      '          a message of 12 s',
      '          record new, no call back',
    ]);
    expect(outside.out.at(-3)).toBe('> no answer');
    expect(digits.out.at(-1)).toBe('          record new, call back 2026-03-02T10:00');
  });

  it('says which numbers are answered', async () => {
    const unknown = await run(['call', RECEPTION, 'apointments']);

    expect(unknown).toEqual({
      code: 1,
      out: [],
      err: [
        "there is no own number 'apointments'; did you mean 'appointments'?",
        'numbers that are answered, with their campaigns:',
        '  appointments         appointments',
        '  czech                czech',
        '  english              english',
        '  invoices             english',
        '  partners             partners',
        '  patients             patients',
        '  results              results',
      ],
    });
    expect((await run(['call', exampleFolder('clinic-recall'), 'main'])).err).toEqual([
      "no campaign takes calls to 'main'",
      'no campaign takes calls',
    ]);
  });

  it.each([
    [[], 'name the folder of a contact centre'],
    [[RECEPTION], 'name the number to call'],
    [[RECEPTION, 'a', 'b'], "only one number at a time; remove 'b'"],
    [
      [RECEPTION, 'results', '--from', 'me'],
      '--from takes "withheld" or a number such as +48500000000, not \'me\'',
    ],
    [
      [RECEPTION, 'results', '--at', 'noon'],
      "--at takes a local date and time such as 2026-12-24T15:00, not 'noon'",
    ],
  ])('refuses %j in plain words', async (args, why) => {
    const { code, err } = await run(['call', ...args]);

    expect(code).toBe(2);
    expect(err[0]?.split('\n')[0]).toBe(why);
  });

  it('wants definitions in order', async () => {
    const folder = folderWith('broken', 'ivrs/results.yaml', 'queue: results', 'queue: resluts');
    const { code, err } = await run(['call', folder, 'results']);

    expect(code).toBe(1);
    expect(err.at(-1)).toBe('\n1 error; fix the errors before calling');
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringback } from '../../../lib/cli/ringback.ts';
import { EXAMPLE, exampleFolder } from '../../support/example.ts';

let scratch = '';
let broken = '';

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'ringback-folders-'));
  broken = folderWith('broken', 'queues.yaml', 'hours: office', 'hours: ofice');
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** The example with one file changed. */
function folderWith(name: string, file: string, was: string, is: string): string {
  const folder = join(scratch, name);
  cpSync(EXAMPLE, folder, { recursive: true });
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(was)) throw new Error(`${file} does not hold '${was}'`);
  writeFileSync(path, text.replace(was, is));
  return folder;
}

async function call(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await ringback(args, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('ringback check', () => {
  it('says what a folder in order holds', async () => {
    expect(await call('check', EXAMPLE)).toEqual({
      code: 0,
      out: `${EXAMPLE} has no errors: 1 campaign, 4 rules, 1 queue, 20 agents.`,
      err: '',
    });
  });

  it('tells a mistake with file, line, column, code and remedy', async () => {
    expect(await call('check', broken)).toEqual({
      code: 1,
      out: [
        `${broken}/queues.yaml:5:10  error  there are no hours 'ofice'  [unknown-hours]`,
        "    Did you mean 'office'?",
        '',
        '1 error',
      ].join('\n'),
      err: '',
    });
  });

  it('tells the same as JSON', async () => {
    const { code, out } = await call('check', broken, '--json');

    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      diagnostics: [
        {
          code: 'unknown-hours',
          severity: 'error',
          message: "there are no hours 'ofice'",
          remedy: "Did you mean 'office'?",
          at: { file: 'queues.yaml', line: 5, column: 10 },
        },
      ],
    });
  });

  it.each([
    ['no folder', () => join(scratch, 'nowhere'), /^there is no folder '.*nowhere'$/],
    ['a file', () => join(EXAMPLE, 'centre.yaml'), /centre.yaml' is a file, not the folder of/],
    [
      'another folder',
      () => join(EXAMPLE, 'rules'),
      /rules' contains no centre.yaml, so it is not/,
    ],
  ])('says it when given %s', async (_what, folder, message) => {
    const { code, err } = await call('check', folder());

    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  it('explains itself when called without a folder', async () => {
    const { code, err } = await call('check');

    expect(code).toBe(2);
    expect(err).toBe('name the folder of a contact centre\nFor help: npx ringback check --help');
  });
});

describe('ringback test', () => {
  it('passes the worked examples as they are told (CBR-13)', async () => {
    const { code, out } = await call('test', EXAMPLE);

    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => !line.startsWith('✓'))).toEqual([
      '',
      'Rule paths covered by tests',
      '  recall-politely  100%  18 of 18',
      '  worked-a         100%  19 of 19',
      '  worked-b          88%  8 of 9',
      '      not covered: first-call: otherwise → done',
      '  worked-c          83%  5 of 6',
      '      not covered: first-call: otherwise → done',
      '',
      '23 passed, 0 failed',
    ]);
    expect(out.match(/✓ worked-[abc]: /g)).toHaveLength(14);
  });

  it('passes the scenarios of the second example', async () => {
    const { code, out } = await call('test', exampleFolder('policy-renewal'));

    expect(code).toBe(0);
    expect(out).toMatch(/\n9 passed, 0 failed$/);
  });

  it('shows where a record went another way', async () => {
    const folder = folderWith('later', 'rules/worked-b.yaml', 'not-answered: close', 'busy: close');

    const { code, out } = await call('test', folder);

    expect(code).toBe(1);
    expect(out).toContain(
      [
        '✗ worked-b: three times not answered, with a text message after the second',
        `    ${folder}/rules/worked-b.test.yaml:3`,
        '    call 1, not-answered, 2026-03-02T10:00: first-call > again',
        '    call 2, not-answered, 2026-03-02T12:00: second-call > text-message > once-more',
        '    call 3, not-answered, 2026-03-03T12:00',
        '      path expected  third-call > close',
        '           was       third-call > done',
        '                                  ^',
      ].join('\n'),
    );
    expect(out).toMatch(/\n22 passed, 1 failed$/);
  });

  it('does not run before the definitions are in order', async () => {
    const { code, out, err } = await call('test', broken);

    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('1 error; fix the errors before running tests');
  });

  it('tells the same as JSON', async () => {
    const { out } = await call('test', EXAMPLE, '--json');

    expect(JSON.parse(out)).toMatchObject({ passed: 23, failed: 0 });
  });
});

describe('ringback', () => {
  it('lists its commands', async () => {
    const { code, out } = await call('--help');

    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}check +checks the definitions and lists every error$/m);
  });

  it('suggests the command that was meant', async () => {
    const { code, err } = await call('chekc');

    expect(code).toBe(2);
    expect(err).toMatch(/^there is no command 'chekc'; did you mean 'check'\?/);
  });

  it('explains each command', async () => {
    expect(await call('test', '--help')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^ringback test <folder>/),
    });
  });
});

import { describe, expect, it } from 'vitest';
import { fitText } from '../../../../lib/cli/terminal/fit-line.ts';
import { highlightLine } from '../../../../lib/cli/terminal/highlight.ts';
import { reflowHelp } from '../../../../lib/cli/terminal/reflow-help.ts';

const VIEW =
  '  records  ██████░░░░░░  20%  386 imported · 79 closed · 0 set aside · 279 recalls · 28 open';
const OPTION = "  --from <moment>     when it begins, in the centre's time    (2026-03-02T08:00)";

describe('a line that is longer than the terminal is wide', () => {
  it.each([60, 80, 120])('fits %i columns, and no word is broken', (columns) => {
    for (const line of [VIEW, OPTION, 'word '.repeat(80).trim()]) {
      const lines = fitText(line, columns).split('\n');

      expect(Math.max(...lines.map((one) => one.length))).toBeLessThanOrEqual(columns);
      expect(lines.join(' ').split(/\s+/)).toEqual(line.split(/\s+/));
    }
  });

  it('goes on below the place where its text begins', () => {
    expect(fitText(OPTION, 60).split('\n')).toEqual([
      "  --from <moment>     when it begins, in the centre's time",
      '                      (2026-03-02T08:00)',
    ]);
  });

  it('keeps parts with dots between them whole', () => {
    expect(fitText(VIEW, 60).split('\n')).toEqual([
      '  records  ██████░░░░░░  20%  386 imported · 79 closed ·',
      '           0 set aside · 279 recalls · 28 open',
    ]);
  });

  it('stays as it is for a file or a program', () => {
    expect(fitText(VIEW, undefined)).toBe(VIEW);
  });

  it('has a word that is longer than the terminal on a line of its own', () => {
    const path = `/${'x'.repeat(70)}`;

    expect(fitText(`The report is in ${path} now`, 60).split('\n')).toEqual([
      'The report is in',
      path,
      'now',
    ]);
  });
});

describe('a help text', () => {
  const HELP = `Runs a campaign on the local cloud, with
simulated people.

  --agents <n>        how many agents work                    (those of the
                      folder)
  --json              one JSON object`;

  it('is joined for a narrow terminal, so that it can be broken elsewhere', () => {
    expect(reflowHelp(HELP, 80).split('\n')).toEqual([
      'Runs a campaign on the local cloud, with simulated people.',
      '',
      '  --agents <n>        how many agents work (those of the folder)',
      '  --json              one JSON object',
    ]);
  });

  it('stays as it is on a wide one and in a file', () => {
    expect([reflowHelp(HELP, 120), reflowHelp(HELP, undefined)]).toEqual([HELP, HELP]);
  });
});

describe('colours', () => {
  const painted = (line: string) => highlightLine(line, (style, part) => `<${style}:${part}>`);

  it.each([
    ['a/b.yaml:5:10  error  no hours [x]', 'a/b.yaml:5:10  <red:error>  no hours [x]'],
    ['a/b.yaml:5:10  warning  unused', 'a/b.yaml:5:10  <yellow:warning>  unused'],
    ['    Write: 08:00-18:00', '    <cyan:Write: 08:00-18:00>'],
    ['✓ worked-a: ends', '<green:✓> worked-a: ends'],
    ['23 passed, 0 failed', '<green:23 passed, 0 failed>'],
    ['22 passed, 1 failed', '<red:22 passed, 1 failed>'],
    ['nothing to see', 'nothing to see'],
  ])('%s', (line, expected) => {
    expect(painted(line)).toBe(expected);
  });
});

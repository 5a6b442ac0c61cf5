// Mistakes in arguments: one sentence, and one line how to get help.
import { describe, expect, it } from 'vitest';
import { ringback } from '../../../lib/cli/ringback.ts';

async function call(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await ringback(args, io);
  return { code, out, err };
}

describe('mistaken arguments', () => {
  it.each([
    [['chekc', 'x'], "there is no command 'chekc'; did you mean 'check'?", ''],
    [['--helpp'], "there is no option '--helpp'; did you mean '--help'?", ''],
    [['check'], 'name the folder of a contact centre', 'check '],
    [['check', 'x', '--jsn'], "there is no option '--jsn'; did you mean '--json'?", 'check '],
    [['check', 'x', 'y'], "only one folder at a time; remove 'y'", 'check '],
    [['test', 'x', '-j'], "there is no option '-j'", 'test '],
    [['why', '--aws'], 'name a campaign', 'why '],
    [['why', 'spring', '--nam', 'x'], "there is no option '--nam'; did you mean '--name'?", 'why '],
    [['pacing', 'spring', '--name'], '--name needs a value after it', 'pacing '],
    [['pacing', 'spring', '--json=yes'], '--json takes no value', 'pacing '],
    [['contacts', 'x', 'y', '--campagin', 'z'], /did you mean '--campaign'/, 'contacts '],
    [
      ['records', 'spring', 'clsoe', 'r1'],
      "there is no action 'clsoe'. Did you mean 'close'?",
      'records ',
    ],
    [['call', 'x'], 'name the number to call', 'call '],
    [['call', 'x', 'y', '--given', 'z.yaml'], /^'z.yaml' cannot be read/, 'call '],
    [['start', 'examples/x'], /name a folder with --folder examples\/x$/, 'start '],
    [['start', '--speed', 'fast'], /^--speed takes a whole number/, 'start '],
    [['simulate', 'x', '--seed'], '--seed needs a value after it', 'simulate '],
    [['flows'], "say what to do: 'flows validate'", 'flows '],
  ] as const)('%j', async (args, mistake, command) => {
    const { code, out, err } = await call(...args);

    expect({ code, out, err }).toEqual({
      code: 2,
      out: [],
      err: [
        typeof mistake === 'string' ? mistake : expect.stringMatching(mistake),
        `For help: npx ringback ${command}--help`,
      ],
    });
  });
});

describe('ringback --version', () => {
  it('says which version this is', async () => {
    const { code, out } = await call('--version');

    expect(code).toBe(0);
    expect(out).toEqual([expect.stringMatching(/^ringback \d+\.\d+\.\d+ \(Node \d+\.\d+\.\d+\)$/)]);
  });
});

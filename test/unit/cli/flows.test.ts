import { describe, expect, it } from 'vitest';
import { ringback } from '../../../lib/cli/ringback.ts';

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await ringback(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, complaint: err[0]?.split('\n')[0] };
}

describe('ringback flows', () => {
  it('validates', async () => {
    expect(await run('flows', 'validate', 'nowhere.json')).toEqual({
      code: 1,
      out: ['nowhere.json: no such file'],
      complaint: undefined,
    });
  });

  it.each([
    [['flows'], "say what to do: 'flows validate'"],
    [['flows', 'draw'], "there is no 'flows draw'; did you mean 'flows validate'?"],
  ])('explains itself when called as %j', async (args, complaint) => {
    expect(await run(...args)).toEqual({ code: 2, out: [], complaint });
  });
});

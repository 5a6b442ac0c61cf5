import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const RUN = fileURLToPath(new URL('./support/one-run.ts', import.meta.url));

/** The events of a run. */
async function eventsWith(seed: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [RUN, seed]);
  return stdout.trimEnd().split('\n');
}

/** ULIDs and UUIDs are new in each run: named by the order in which they come up. */
function withoutIds(events: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  const nameOf = (id: string) => {
    names.set(id, names.get(id) ?? `id ${names.size}`);
    return names.get(id) ?? '';
  };
  return events.map((event) =>
    event.replace(/[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{8}-[0-9a-f-]{27}/g, nameOf),
  );
}

it('the same seed gives the same run to the call, another seed another', async () => {
  const first = withoutIds(await eventsWith('1'));
  const [again, other] = (await Promise.all(['1', '2'].map(eventsWith))).map(withoutIds);

  expect(first.filter((event) => event.includes('attempt.settled')).length).toBeGreaterThan(5);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_NAME, DEPLOYED_FOLDER } from '../../../lib/cli/default-folder.ts';
import { readSettings } from '../../../lib/cli/deployment-settings.ts';

const read = (given: Readonly<Record<string, string>>) => readSettings((name) => given[name]);
const wrong = (given: Readonly<Record<string, string>>) => {
  const answer = read(given);
  return 'wrong' in answer ? answer.wrong : [];
};

describe('the settings of a deployment', () => {
  it('are those of cdk.json when nothing else is said, and preflight asks for the same', () => {
    const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

    expect(read({})).toEqual({
      settings: {
        folder: context.folder,
        name: context.name,
        production: true,
        runbook: 'docs/runbook.md',
        integrators: ['integrator'],
      },
    });
    expect([DEPLOYED_FOLDER, DEFAULT_NAME]).toEqual([context.folder, context.name]);
  });

  it.each(['ringback', 'Dev-1', 'a', `a${'b'.repeat(31)}`])('take the name %s', (name) => {
    expect(wrong({ name })).toEqual([]);
  });

  it.each(['Dev_1', '1st', 'north-', 'a--b', 'two words', `a${'b'.repeat(32)}`])(
    'refuse the name %s, which a resource could not have',
    (name) => {
      expect(wrong({ name })).toEqual([
        expect.stringMatching(`^-c name=${name} is not possible: `),
      ]);
    },
  );

  it('read whether it is production, the concurrency and the day exceptions begin', () => {
    const given = { production: 'false', concurrency: '10', exceptionsFrom: '2026-11-29' };

    expect(read(given)).toMatchObject({
      settings: { production: false, concurrency: 10, exceptionsFrom: '2026-11-29' },
    });
    expect(wrong({ concurrency: '0' })).toHaveLength(1);
    expect(wrong({ alarmsTo: 'ops' })).toEqual([
      '-c alarmsTo=ops is not possible: an e-mail address',
    ]);
    expect(wrong({ alarmsTo: '' })).toEqual([]);
  });
});

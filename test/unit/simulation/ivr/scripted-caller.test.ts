import { describe, expect, it } from 'vitest';
import type { CallerAct } from '../../../../lib/language/schema/ivr-test.ts';
import { callerFollowing } from '../../../../lib/simulation/ivr/scripted-caller.ts';

const RULES = {
  firstKeySeconds: 5,
  betweenKeysSeconds: 5,
  longest: 4,
  terminator: '#',
  starCancels: true,
};
const MENU = { keys: ['1', '2'], wait: 5 };
const IN_QUEUE = { target: 'help', interval: 20 };

const caller = (...acts: CallerAct[]) => callerFollowing(acts, 'answers');
const presses = (keys: string): CallerAct => ({ kind: 'presses', keys });

describe('a caller who follows a script', () => {
  it('presses one key where one is asked for, and no other key is left for the next block', async () => {
    const script = caller(presses('12'), presses('#'));

    expect(await script.key(MENU)).toEqual({ kind: 'pressed', key: '1' });
    expect(await script.key(MENU)).toEqual({ kind: 'pressed', key: '#' });
  });

  it('types all keys of an act in one go, of which the next block hears none', async () => {
    const script = caller(presses('12345#'), presses('2'));

    expect(await script.digits(RULES)).toEqual({ kind: 'typed', keys: '12345#' });
    expect(await script.key(MENU)).toEqual({ kind: 'pressed', key: '2' });
  });

  it('hangs up where a key is asked for and nothing is written', async () => {
    expect(await caller().key(MENU)).toEqual({ kind: 'hangs-up', after: 0 });
    expect(await caller().digits(RULES)).toEqual({ kind: 'hangs-up', after: 0 });
  });

  it('does not wait any longer once a key is asked for', async () => {
    const script = caller({ kind: 'waits', seconds: 90 }, presses('2'));

    expect(await script.key(MENU)).toEqual({ kind: 'pressed', key: '2' });
  });

  it('waits round by round until the agent answers', async () => {
    const script = caller(
      { kind: 'waits', seconds: 50 },
      { kind: 'is-answered', by: 'ewa', seconds: 60 },
    );

    expect(await script.waits(IN_QUEUE)).toEqual({ kind: 'waited' });
    expect(await script.waits(IN_QUEUE)).toEqual({ kind: 'waited' });
    expect(await script.waits(IN_QUEUE)).toEqual({
      kind: 'answered',
      after: 10,
      by: 'ewa',
      talk: 60,
    });
  });

  it('has nothing left to do when everything was done', async () => {
    const script = caller(presses('1'), { kind: 'hangs-up' });

    await script.key(MENU);

    expect(script.left()).toEqual([{ kind: 'hangs-up' }]);
  });
});

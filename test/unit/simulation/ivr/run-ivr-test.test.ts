import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { IvrTest } from '../../../../lib/language/schema/ivr-test.ts';
import { runIvrTest } from '../../../../lib/simulation/ivr/run-ivr-test.ts';
import { centreDefinitions, type Edits, IVR_FILES } from '../../../support/a-centre.ts';

const IVR = 'ivrs/help.yaml';
const CAMPAIGN = 'campaigns/hotline.yaml';

type Test = Omit<z.input<typeof IvrTest>, 'name'>;

const run = (test: Test, edits: Edits = {}) =>
  runIvrTest(
    IvrTest.parse({ name: 'a call', ...test }),
    'help',
    centreDefinitions(edits, IVR_FILES),
  );

/** What did not come as expected: "ends: waiting, not agent". */
async function wrong(test: Test, edits: Edits = {}): Promise<readonly string[]> {
  const { mismatches, problem } = await run(test, edits);
  const told = mismatches.map(({ of, expected, actual }) => `${of}: ${actual}, not ${expected}`);
  return problem === undefined ? told : [problem, ...told];
}

describe('a test of an IVR that passes (NEW-3)', () => {
  it('tells the whole of what came', async () => {
    const { passed, came, exits } = await run({
      given: { records: [{ phone: '+48500000000' }] },
      does: ['says nothing', 'waits 40 s', 'is answered'],
      expect: { path: 'pick-up > hello > login > hours > menu > agents', ends: 'agent' },
    });

    expect(passed).toBe(true);
    expect(came).toEqual({
      path: ['pick-up', 'hello', 'login', 'hours', 'menu', 'agents'],
      hears: ['hello.wav', 'Press a key.', 'music.wav', 'How was it?'],
      queue: 'help',
      priority: 5,
      agent: 'ewa',
      message: false,
      ends: 'agent',
      callback: undefined,
      record: 'known',
      survey: true,
      window: 'full',
      ticket: 'none',
    });
    expect(exits.at(-1)).toEqual({ block: 'menu', on: 'none' });
  });

  it('keeps values that a service answered, in its own words', async () => {
    const answers = { login: { token: 'abc' }, order: { state: 'shipped' } };

    expect(
      await wrong({
        given: { answers },
        does: ['says nothing'],
        expect: {
          path: 'pick-up > hello > login > order > state > tell > hours > menu > agents',
          hears: ['Your order is shipped.'],
          ends: 'waiting',
        },
      }),
    ).toEqual([]);
  });

  it('gives a service another answer the second time', async () => {
    const back = { [IVR]: ['    none: agents', '    none: login'] } as const;
    const answers = { login: ['failed' as const, { token: 'abc' }], order: 'failed' as const };

    expect(
      await wrong(
        {
          given: { answers },
          does: ['says nothing', 'presses 1'],
          expect: {
            path: 'pick-up > hello > login > hours > menu > login > order > hours > menu > who',
          },
        },
        back,
      ),
    ).toEqual([]);
  });
});

describe('keys typed after the last expected digit', () => {
  const PIN = {
    [IVR]: [
      '  menu:\n',
      '  menu:\n    kind: extension\n    ask: Your extension.\n    digits: 4\n    none: choice\n    wrong: choice\n  choice:\n',
    ],
  } as const;
  const path = 'pick-up > hello > login > hours > menu > choice > rush > agents';

  it.each(['keys 9999', 'keys 9999#', 'keys 99991#'])(
    'are not heard by the next block, as in Connect: %s (IVR-16)',
    async (keys) => {
      expect(await wrong({ does: [keys, 'presses 3'], expect: { path } }, PIN)).toEqual([]);
    },
  );

  it('are heard when they are pressed once the next block asks', async () => {
    expect(
      await wrong(
        {
          does: ['keys 9999', 'presses #', 'keys 9999', 'presses 3'],
          expect: { path: path.replace('choice >', 'choice > menu > choice >') },
        },
        PIN,
      ),
    ).toEqual([]);
  });
});

describe('a test of an IVR that fails', () => {
  it('tells what came beside what was expected', async () => {
    expect(
      await wrong({
        does: ['presses 3'],
        expect: {
          path: 'pick-up > hello > login > hours > menu > agents',
          hears: ['Press a key.', 'hello.wav'],
          queue: 'sales',
          priority: 1,
          agent: 'anna',
          message: true,
          ends: 'agent',
          callback: 'set',
          record: 'known',
          survey: false,
          window: 'small',
          ticket: '1',
        },
      }),
    ).toEqual([
      'path: pick-up > hello > login > hours > menu > rush > agents, not pick-up > hello > login > hours > menu > agents',
      'queue: help, not sales',
      'priority: 5, not 1',
      'agent: none, not anna',
      'message: false, not true',
      'ends: waiting, not agent',
      'callback: none, not set',
      'record: new, not known',
      'survey: true, not false',
      'window: full, not small',
      'ticket: none, not 1',
      'hears: hello.wav | Press a key. | music.wav, not hello.wav',
    ]);
  });

  it('says who could take the call when the one named cannot (INB-8)', async () => {
    expect(
      await wrong({
        does: ['says nothing', 'waits 10 s', 'is answered by anna'],
        expect: {},
      }),
    ).toEqual(["anna cannot take the call after 10 s in 'help'; it would be offered to ewa"]);
  });

  it('says that nobody is there to take the call', async () => {
    expect(
      await wrong({
        given: { agents: [] },
        does: ['says nothing', 'waits 10 s', 'is answered'],
        expect: {},
      }),
    ).toEqual(["nobody can take the call after 10 s in 'help'"]);
  });

  it('says what the caller could not do any more', async () => {
    expect(
      await wrong({
        call: { at: '2026-03-01T10:00' },
        does: ['hangs up', 'presses 1'],
        expect: {},
      }),
    ).toEqual(['the call was over before the caller presses 1']);
  });
});

describe('a caller', () => {
  it('is kept for the agent of the last conversation, and only so long (INB-10)', async () => {
    const kept = { [CAMPAIGN]: ['    skill: english\n', '    lastAgent: 30 s\n'] } as const;
    const given = { records: [{ phone: '+48500000000', lastAgent: 'ewa' }] };
    const groups = { ...kept, 'groups.yaml': ['agents: [ewa]', 'agents: [ewa, ola]'] } as const;

    expect(
      await wrong(
        {
          given,
          does: ['says nothing', 'waits 20 s', 'is answered by ola'],
          expect: { agent: 'ewa' },
        },
        groups,
      ),
    ).toEqual(["ola cannot take the call after 20 s in 'help'; it would be offered to ewa"]);
    expect(
      await wrong(
        {
          given,
          does: ['says nothing', 'waits 31 s', 'is answered by ola'],
          expect: { agent: 'ola' },
        },
        groups,
      ),
    ).toEqual([]);
  });

  it('may hang up anywhere: the block is on the path, and the call was missed', async () => {
    expect(
      await wrong({
        does: ['presses 1', 'hangs up'],
        expect: { path: 'pick-up > hello > login > hours > menu > who', ends: 'hung-up' },
      }),
    ).toEqual([]);
  });

  it('who presses a wrong key comes to the same block once more', async () => {
    expect(
      await wrong({
        does: ['presses 9', 'presses 9', 'hangs up'],
        expect: { path: 'pick-up > hello > login > hours > menu > menu > menu' },
      }),
    ).toEqual([]);
  });

  it('hears the survey after the agent, and may leave it (INB-9)', async () => {
    const { came } = await run({
      does: ['says nothing', 'is answered', 'presses 1', 'hangs up'],
      expect: {},
    });

    expect(came.ends).toBe('agent');
    expect(came.hears.slice(-2)).toEqual(['How was it?', 'Call again?']);
  });

  it('goes on to the overflow queue in time (PRI-4)', async () => {
    const quick = {
      'queues.yaml': ['  overflow: sales', '  overflow: sales\n  callerWait: 1 min'],
    } as const;

    expect(
      await wrong(
        { does: ['says nothing', 'waits 70 s'], expect: { queue: 'sales', ends: 'waiting' } },
        quick,
      ),
    ).toEqual([]);
  });

  it('is connected outside until somebody hangs up (IVR-8)', async () => {
    const given = { over: ['rush'] };
    const path = 'pick-up > hello > login > hours > menu > rush > outside';

    expect(
      await wrong({ given, does: ['presses 3'], expect: { path, ends: 'forwarded' } }),
    ).toEqual([]);
    expect(
      await wrong({
        given,
        does: ['presses 3', 'is answered for 2 min'],
        expect: { path: `${path} > goodbye`, ends: 'disconnected' },
      }),
    ).toEqual([]);
    expect(
      await wrong({
        given: { ...given, outside: 'no answer' },
        does: ['presses 3', 'leaves a message of 5 s'],
        expect: { path: `${path} > message`, message: true, ends: 'voicemail' },
      }),
    ).toEqual([]);
  });
});

it('takes the number of a route by what was dialed (IVR-11, IVR-19)', async () => {
  const both = { [CAMPAIGN]: ['numbers: [hotline]', 'numbers: [hotline, main]'] } as const;
  const start = 'pick-up > hello > login > hours > menu > by-number';

  expect(
    await wrong(
      { call: { to: 'main' }, does: ['presses 4'], expect: { path: `${start} > agents` } },
      both,
    ),
  ).toEqual([]);
  expect(
    await wrong({
      call: { to: 'hotline' },
      does: ['presses 4', 'hangs up'],
      expect: { path: `${start} > vip > message` },
    }),
  ).toEqual([]);
});

it('gives up on a caller who waits for a question that never comes', async () => {
  const again = { [IVR]: ['    next: message\n  message', '    next: agents\n  message'] } as const;
  const { problem, came } = await run({ does: ['says nothing', 'presses 1'], expect: {} }, again);

  expect(problem).toBe('after four hours the caller is still waiting');
  expect(came.ends).toBe('waiting');
});

// By construction: a board that leaves out what isToldByCall names tells the dialer the same of
// each agent, whatever agents do, and with the calls the same as one that is told everything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agentsInCalls,
  agentsTalking,
  isToldByCall,
} from '../../../../lib/domain/dialing/agents-in-calls.ts';
import { poolFacts } from '../../../../lib/domain/dialing/pacing-input.ts';
import type { AgentActivity, AgentPresence } from '../../../../lib/domain/model/agent.ts';
import { agentId, attemptId } from '../../../../lib/domain/model/ids.ts';
import { aRecord, at } from '../../../support/records.ts';

const EVA = agentId('eva');

const presence = (activity: AgentActivity, since: number): AgentPresence => ({
  agent: EVA,
  arn: 'arn:eva',
  group: 'team',
  activity,
  since: at(since),
  eventAt: at(since),
});

const withAgent = (since: number) =>
  aRecord('ann', {
    lastAgent: EVA,
    current: {
      attempt: attemptId('a-1'),
      phase: 'with-agent',
      since: at(since),
      deadline: at(since + 3600),
    },
  });

/** What an agent does, in any order, and how long each lasts. */
const stories = fc.array(
  fc.record({
    activity: fc.constantFrom<AgentActivity>(
      'free',
      'ringing',
      'talking',
      'wrap-up',
      'break',
      'leaving',
      'offline',
    ),
    seconds: fc.integer({ min: 1, max: 600 }),
  }),
  { minLength: 1, maxLength: 20 },
);

const agentsOf = (board: AgentPresence) =>
  poolFacts({ members: [], presences: [board], callers: [], queues: {}, now: at(0) }).agents;

describe('a board that is not told who has a call that rang', () => {
  it('tells the dialer the same state of the agent, begun no later', () => {
    fc.assert(
      fc.property(stories, (story) => {
        let seconds = 0;
        let [told, left] = [presence('offline', 0), presence('offline', 0)];
        for (const { activity, seconds: lasts } of story) {
          const isLeftOut = isToldByCall(told.activity, activity);
          told = presence(activity, seconds);
          if (!isLeftOut) left = told;
          seconds += lasts;
          const [known, shown] = [told, left].map(
            (board) => agentsOf(board).get('team')?.[0]?.state,
          );

          expect(shown).toBe(known);
          expect(left.since).toBeLessThanOrEqual(told.since);
        }
      }),
    );
  });

  it('tells who talks, and since when, together with the calls', () => {
    const shown = agentsInCalls([presence('ringing', 10)], [withAgent(14)]);

    expect(shown).toEqual([{ ...presence('ringing', 10), activity: 'talking', since: at(14) }]);
  });

  it.each<AgentActivity>(['free', 'wrap-up', 'break', 'leaving', 'offline'])(
    'stands by %s, whatever a call says that is told later',
    (activity) => {
      const board = [presence(activity, 60)];

      expect(agentsInCalls(board, [withAgent(14)])).toEqual(board);
    },
  );

  it('takes who has been rung for longer than Connect rings to talk', () => {
    const board = [presence('ringing', 0)];

    expect(agentsTalking(board, at(20))).toEqual(board);
    expect(agentsTalking(board, at(21))[0]?.activity).toBe('talking');
  });
});

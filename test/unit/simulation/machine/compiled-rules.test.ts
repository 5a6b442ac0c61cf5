// Three opinions on every compiled rule: our interpreter, aws-local-stepfunctions and a walk by
// hand.
import { StateMachine as LocalMachine } from 'aws-local-stepfunctions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TASKS } from '../../../../lib/application/tasks/tasks.ts';
import { compileRule } from '../../../../lib/compiler/compile-rule.ts';
import type { StateMachine } from '../../../../lib/compiler/states/asl.ts';
import { CompletedRun, type RuleStart, RunEnd } from '../../../../lib/domain/rules/rule-schema.ts';
import { CALL_STATUSES, type Rule } from '../../../../lib/language/schema/rule.ts';
import { runMachine } from '../../../../lib/simulation/state-machine.ts';
import { centreDefinitions } from '../../../support/a-centre.ts';
import { anyRule } from '../../../support/any-rule.ts';
import { walkRule } from '../../../support/walk-rule.ts';

const centre = centreDefinitions();
const INPUT = { campaign: 'spring', record: 'ann', attempt: 'a1', status: 'busy' };

type Begun = RuleStart;
interface Told {
  readonly output: unknown;
  readonly committed: readonly CompletedRun[];
}

/** What every condition may see, and where the rule may go on. */
function anyFacts(rule: Rule): fc.Arbitrary<Begun> {
  const values = Object.fromEntries(
    Object.entries(rule.tiles).flatMap(([id, { kind }]) => {
      const value = VALUES[kind];
      return value ? [[id, value] as const] : [];
    }),
  );
  const entries = Object.values(rule.tiles).flatMap((tile) =>
    tile.kind === 'recontact' && tile.next !== undefined ? [tile.next] : [],
  );
  return fc.record({
    applied: fc.boolean(),
    entry: fc.constantFrom('trigger', ...entries),
    restarted: fc.constantFrom('', 'gone'),
    result: fc.constantFrom('none', 'sold'),
    values: fc.record(values),
  });
}

const count = fc.nat({ max: 5 });
const VALUES: Readonly<Record<string, fc.Arbitrary<string | number | boolean>>> = {
  'call-status': fc.constantFrom(...CALL_STATUSES),
  parameter: fc.constantFrom('', 'yes', 'no, thanks'),
  passes: count,
  'calls-with-status': count,
  attempts: count,
  connected: fc.boolean(),
  result: fc.constantFrom('sold', 'later', 'none', 'other'),
  availability: fc.constantFrom('open', 'closed'),
  privacy: fc.constantFrom('private', 'other'),
  'hlr-check': fc.constantFrom('valid', 'invalid', 'unknown'),
};

async function ours(definition: StateMachine, begun: Begun): Promise<Told> {
  const committed: CompletedRun[] = [];
  const { output } = await runMachine(definition, INPUT, {
    'begin-rule': async (input) => {
      TASKS['begin-rule'].input.parse(input);
      return begun;
    },
    'contact-events': async (input) => {
      const end = RunEnd.parse(input);
      if (!('path' in end)) return begun;
      committed.push(end);
      return { outcome: 'applied' };
    },
  });
  return { output, committed };
}

async function theirs(definition: StateMachine, begun: Begun): Promise<Told> {
  const committed: CompletedRun[] = [];
  const asks = Object.keys(definition.States).filter((name) => name.startsWith('ask '));
  const machine = new LocalMachine(JSON.parse(JSON.stringify(definition)), {
    validationOptions: { noValidate: true },
  });
  const output = await machine.run(INPUT, {
    overrides: {
      taskResourceLocalHandlers: {
        ...Object.fromEntries(
          ['begin rule', ...asks].map((name) => [name, async () => ({ Payload: { ...begun } })]),
        ),
        'commit rule': async (input) => {
          const { Payload } = input as unknown as { Payload: unknown };
          committed.push(CompletedRun.parse(Payload));
          return { Payload: { outcome: 'applied' } };
        },
      },
    },
  }).result;
  return { output, committed };
}

const anyRun = anyRule.chain((rule) => fc.tuple(fc.constant(rule), anyFacts(rule)));

describe('a compiled rule', () => {
  it('passes the tiles that a walk by hand passes', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async ([rule, begun]) => {
        const { definition } = compileRule('again', rule, centre);

        const { committed } = await ours(definition, begun);

        const walked = begun.applied ? [] : [walkRule(rule, begun.entry, begun.values)];
        expect(committed.map(({ path }) => path.split('/').slice(1))).toEqual(walked);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it('does in our interpreter what it does in aws-local-stepfunctions', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async ([rule, begun]) => {
        const { definition } = compileRule('again', rule, centre);

        expect(await ours(definition, begun)).toEqual(await theirs(definition, begun));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('hands the settings of its actions to the commit as they were written', async () => {
    const text = `It's {} \\ $.x {"a.$": "$.b"}`;
    const rule: Rule = {
      name: 'x',
      start: 'sms',
      tiles: { sms: { kind: 'send-sms', from: 'TEST', text } },
    };
    const { definition, version } = compileRule('again', rule, centre);

    const { committed } = await ours(definition, {
      applied: false,
      entry: 'trigger',
      restarted: 'old-tile',
      result: 'none',
      values: {},
    });

    expect(committed).toEqual([
      {
        campaign: 'spring',
        record: 'ann',
        attempt: 'a1',
        rule: 'again',
        version,
        path: '/sms',
        restarted: 'old-tile',
        result: 'none',
        values: {},
        actions: { sms: { kind: 'send-sms', from: 'TEST', text } },
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../../lib/compiler/compile-rule.ts';
import { toLocal } from '../../../../lib/simulation/scenarios/local-time.ts';
import { runScenario } from '../../../../lib/simulation/scenarios/run-scenario.ts';
import { centreDefinitions, type Edits, loadCentre } from '../../../support/a-centre.ts';

/** Runs the one scenario of the text against the rule of the small centre. */
async function run(scenario: string, edits: Edits = {}) {
  const files = { 'rules/again.test.yaml': `- name: x\n${scenario}`, ...edits };
  const { diagnostics, scenarios } = loadCentre(files);
  const definitions = centreDefinitions(files);
  const [rule] = compileRules(definitions);
  const [first] = scenarios.again ?? [];
  if (!rule || !first) throw new Error(JSON.stringify(diagnostics));
  return runScenario(first, rule, definitions);
}

const mismatchesOf = (outcome: Awaited<ReturnType<typeof run>>) =>
  outcome.calls.flatMap(({ number, mismatches }) =>
    mismatches.map(({ of, expected, actual }) => `${number} ${of}: ${expected} / ${actual}`),
  );

describe('a scenario (NEW-3)', () => {
  it('passes when the record goes the way that is expected', async () => {
    const outcome = await run(`
  calls: [busy, not-answered]
  expect:
    - { path: status > again, state: recall-scheduled, next: +2 h }
    - [status, count, again]
`);

    expect(outcome).toMatchObject({ rule: 'again', name: 'x', passed: true });
  });

  it('fails tile by tile, with what was expected and what came', async () => {
    const outcome = await run(`
  calls: [not-answered, not-answered, not-answered]
  expect:
    - { path: status > count > again, next: +3 h, sms: 1 }
    - status > again
    - { path: status > count > message > letter > close, sms: 1, email: 1, state: unhandled }
`);

    expect(outcome.passed).toBe(false);
    expect(mismatchesOf(outcome)).toEqual([
      '1 next: 2026-03-02T13:00 / 2026-03-02T12:00',
      '1 sms: 1 / 0',
      '2 path: status > again / status > count > again',
      '3 state: unhandled / closed',
    ]);
  });

  it('calls at the moment the last call was scheduled for, or at the clock time that follows', async () => {
    const outcome = await run(`
  given: { at: 2026-03-06T15:00 }
  calls: [busy, busy at 10:40, "busy at 09:00", busy at 2026-03-20T09:30]
  expect: [status > again, status > again, status > again, status > again]
`);

    expect(outcome.calls.map(({ at }) => toLocal(at, 'Europe/Warsaw'))).toEqual([
      '2026-03-06T15:00',
      '2026-03-09T10:40',
      '2026-03-10T09:00',
      '2026-03-20T09:30',
    ]);
  });

  it('stops when nothing would call the record any more', async () => {
    const outcome = await run(`
  given: { fields: { name: Ann } }
  calls: [{ status: not-answered, times: 4 }]
  expect:
    - { path: status > count > again, times: 2 }
    - status > count > message > letter > close
    - status > count > again
`);

    expect(outcome.stopped).toBe('call 4 cannot be made: the record is closed');
    expect(mismatchesOf(outcome)).toEqual([]);
    expect(outcome.passed).toBe(false);
  });

  it('goes on at the tile behind a recontact (CBR-7)', async () => {
    const outcome = await run(
      `
  calls: [busy, answered]
  expect:
    - status > again
    - { path: close, state: closed }
`,
      { 'rules/again.yaml': ['    after: 2 h', '    after: 2 h\n    next: close'] },
    );

    expect(outcome.passed).toBe(true);
  });

  it('runs the rule with what the agent said; what the classifier decided stands (CBR-15)', async () => {
    const outcome = await run(`
  calls: [{ status: answered, classifier: later }, { status: answered, classifier: sold }]
  expect:
    - { path: status > hours > result > again, state: recall-scheduled, next: 2026-03-03T10:00 }
    - { path: status > hours > result > done, state: closed, next: none }
`);

    expect(mismatchesOf(outcome)).toEqual([]);
    expect(outcome.passed).toBe(true);
  });

  it('stops when the agent could not classify the call so', async () => {
    const outcome = await run(`
  calls: [{ status: busy, classifier: sold }]
  expect: [""]
`);

    expect(outcome.stopped).toBe(
      "call 1 cannot be classified: 'Sold' is not offered for calls that are busy",
    );
  });

  it('knows private records, and records without an e-mail address', async () => {
    const outcome = await run(
      `
  given: { private: true, email: false }
  calls: [busy]
  expect: [{ path: who > letter > close, email: 0 }]
`,
      {
        'rules/again.yaml': `name: x
start: who
tiles:
  who: { kind: privacy, private: letter, other: close }
  letter: { kind: send-email, mailbox: hello, subject: x, text: x, next: close }
  close: { kind: close-record }
`,
      },
    );

    expect(outcome.passed).toBe(true);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLoaded } from '../../../../lib/compiler/check.ts';
import { compileRule, compileRules } from '../../../../lib/compiler/compile-rule.ts';
import { ruleGraph } from '../../../../lib/compiler/rule-graph.ts';
import { NO_GAPS } from '../../../../lib/language/gaps.ts';
import { placesOf } from '../../../../lib/language/places.ts';
import { Hlr } from '../../../../lib/language/schema/hlr.ts';
import { centreDefinitions } from '../../../support/a-centre.ts';
import { anyRule } from '../../../support/any-rule.ts';
import { aslErrors } from '../../../support/asl.ts';
import { exampleFolder, loadExample } from '../../../support/example.ts';

/** What a rule at random may have wrong: contradicting conditions, a parameter nobody adds. */
const CONTRADICTIONS: readonly string[] = ['dead-path', 'unreachable-tile', 'unknown-parameter'];

const GOLDEN = new URL('../../../golden/states/', import.meta.url);
const EXAMPLES = ['clinic-recall', 'policy-renewal'];
const centres = await Promise.all(EXAMPLES.map((name) => loadExample(exampleFolder(name))));
const machines = centres.flatMap(({ definitions }) =>
  compileRules(definitions).map((rule) => ({
    ...rule,
    tiles: Object.keys(definitions.rules[rule.id]?.tiles ?? {}),
  })),
);

/**
 * Compares with test/golden/states/<rule>.json; UPDATE_GOLDEN=1 writes the file for review as a
 * diff.
 */
function expectGolden(rule: string, machine: object): void {
  const file = new URL(`${rule}.json`, GOLDEN);
  const text = `${JSON.stringify(machine, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe.each(machines)('the machine of $id', ({ id, definition, tiles }) => {
  it('is the one that was reviewed', () => {
    expectGolden(id, definition);
  });

  it('is valid Amazon States Language', () => {
    expect(aslErrors(definition)).toBe('');
  });

  it('has a state under the name of every tile', () => {
    expect(Object.keys(definition.States)).toEqual(expect.arrayContaining(tiles));
  });

  it('has no state name above 80 characters', () => {
    expect(Object.keys(definition.States).filter((name) => name.length > 80)).toEqual([]);
  });
});

const hlr = Hlr.parse({
  request: { url: 'https://hlr.example.org/{{ digits }}' },
  answer: 'status',
  valid: ['live'],
  invalid: ['dead'],
});

describe('a compiled rule', () => {
  const centre = centreDefinitions();
  const rule = centre.rules.again;
  if (!rule) throw new Error('the centre has the rule again');

  it('is the same for the same content', () => {
    const [first, second] = [rule, structuredClone(rule)].map((it) =>
      compileRule('again', it, centre),
    );

    expect(second).toEqual(first);
  });

  it('is another version when a tile or its hours change (NEW-11)', () => {
    const longer = centreDefinitions({ 'rules/again.yaml': ['after: 2 h', 'after: 3 h'] });
    const later = centreDefinitions({ 'hours.yaml': ['09:00-17:00', '10:00-17:00'] });

    const versions = [centre, longer, later].map((it) => compileRules(it)[0]?.version);

    expect(new Set(versions).size).toBe(3);
  });

  it('goes on after a call at the tiles that follow a recontact (CBR-7)', () => {
    const { definition } = compileRule(
      'again',
      {
        name: 'x',
        start: 'a',
        tiles: {
          a: { kind: 'recontact', after: { days: 0, seconds: 60 }, next: 'b' },
          b: { kind: 'recontact', after: { days: 0, seconds: 60 }, next: 'c' },
          c: { kind: 'end' },
        },
      },
      centre,
    );

    expect(definition.States['enter rule']).toEqual({
      Type: 'Choice',
      Choices: [
        { Variable: '$.facts.applied', BooleanEquals: true, Next: 'applied before' },
        { Variable: '$.facts.entry', StringEquals: 'b', Next: 'b' },
        { Variable: '$.facts.entry', StringEquals: 'c', Next: 'c' },
      ],
      Default: 'a',
    });
  });

  it('leads somewhere from everywhere whenever the checks accept the rule (CBR-14)', () => {
    fc.assert(
      fc.property(anyRule, (any) => {
        const whole = { ...centre, centre: { ...centre.centre, hlr }, rules: { again: any } };
        const loaded = {
          readable: whole,
          gaps: NO_GAPS,
          places: placesOf(new Map()),
          scenarios: {},
          ivrTests: {},
          diagnostics: [],
        };

        const errors = checkLoaded(loaded, { attachments: [], recordings: {} }).filter(
          ({ severity }) => severity === 'error',
        );
        const others = errors.filter(({ code }) => !CONTRADICTIONS.includes(code));
        expect(others).toEqual([]);
        fc.pre(errors.length === 0);

        const { StartAt, States } = compileRule('again', any, whole).definition;
        const text = JSON.stringify(States);
        const targets = text.matchAll(/"(?:Next|Default)":"([^"]+)"/g);
        const named = new Set([StartAt, ...[...targets].map(([, target]) => target)]);
        expect(named).toEqual(new Set(Object.keys(States)));
      }),
      { numRuns: 300, seed: 14 },
    );
  });

  // The validator builds its schemas anew for every machine, so it sees fewer.
  it('is valid Amazon States Language whenever the checks accept the rule (CBR-14)', () => {
    fc.assert(
      fc.property(anyRule, (any) => {
        expect(aslErrors(compileRule('again', any, centre).definition)).toBe('');
      }),
      { numRuns: 6, seed: 14 },
    );
  });
});

describe('the graph of a rule', () => {
  it('has every exit with its name and the place it is written at', () => {
    const { start, entries, nodes } = ruleGraph({
      name: 'x',
      start: 'ask',
      tiles: {
        ask: { kind: 'call-status', paths: { busy: 'again' }, otherwise: 'stop' },
        again: { kind: 'recontact', after: { days: 0, seconds: 60 }, next: 'ask' },
        stop: { kind: 'end' },
      },
    });

    expect({ start, entries }).toEqual({ start: 'ask', entries: ['ask'] });
    expect([...nodes.values()].map(({ id, exits }) => [id, exits])).toEqual([
      [
        'ask',
        [
          { on: 'busy', to: 'again', path: ['paths', 'busy'] },
          { on: 'otherwise', to: 'stop', path: ['otherwise'] },
        ],
      ],
      ['again', [{ on: 'next', to: 'ask', path: ['next'] }]],
      ['stop', []],
    ]);
  });
});

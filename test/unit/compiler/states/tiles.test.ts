// Every kind of tile: where it leads, what it asks of the record, which exit it takes, what it
// does.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  actionOf,
  choiceAt,
  exitsOf,
  needOf,
  waitsForCall,
} from '../../../../lib/compiler/states/tiles.ts';
import { Tile, type TileKind } from '../../../../lib/language/schema/rule.ts';
import { centreDefinitions } from '../../../support/a-centre.ts';

const definitions = centreDefinitions();
const KINDS: readonly TileKind[] = Tile.options.map(({ shape }) => shape.kind.value);
const SEEN = "$.facts.values['t']";

interface Expected {
  readonly tile: unknown;
  /** Exits as "on > to". */
  readonly exits: readonly string[];
  readonly need?: unknown;
  /** The choices, and where it leads otherwise. */
  readonly choice?: readonly [choices: readonly object[], otherwise?: string];
  readonly action?: unknown;
}

const met = { met: 'yes', unmet: 'no' };
const metExits = ['met > yes', 'unmet > no'];

const EXPECTED: Readonly<Record<TileKind, Expected>> = {
  'call-status': {
    tile: { kind: 'call-status', paths: { busy: 'again', answered: 'stop' }, otherwise: 'other' },
    exits: ['busy > again', 'answered > stop', 'otherwise > other'],
    need: { kind: 'call-status' },
    choice: [
      [
        { Variable: SEEN, StringEquals: 'busy', Next: 'again' },
        { Variable: SEEN, StringEquals: 'answered', Next: 'stop' },
      ],
      'other',
    ],
  },
  passes: {
    tile: { kind: 'passes', compare: '>= 3', ...met },
    exits: metExits,
    need: { kind: 'passes' },
    choice: [[{ Variable: SEEN, NumericGreaterThanEquals: 3, Next: 'yes' }], 'no'],
  },
  'calls-with-status': {
    tile: { kind: 'calls-with-status', statuses: ['busy', 'error'], compare: '= 5', ...met },
    exits: metExits,
    need: { kind: 'calls-with-status', statuses: ['busy', 'error'] },
    choice: [[{ Variable: SEEN, NumericEquals: 5, Next: 'yes' }], 'no'],
  },
  attempts: {
    tile: { kind: 'attempts', compare: '< 2', ...met },
    exits: metExits,
    need: { kind: 'attempts' },
    choice: [[{ Variable: SEEN, NumericLessThan: 2, Next: 'yes' }], 'no'],
  },
  connected: {
    tile: { kind: 'connected', ...met },
    exits: metExits,
    need: { kind: 'connected' },
    choice: [[{ Variable: SEEN, BooleanEquals: true, Next: 'yes' }], 'no'],
  },
  result: {
    tile: { kind: 'result', paths: { sold: 'stop', none: 'again' } },
    exits: ['sold > stop', 'none > again'],
    need: { kind: 'result' },
    choice: [
      [
        { Variable: SEEN, StringEquals: 'sold', Next: 'stop' },
        { Variable: SEEN, StringEquals: 'none', Next: 'again' },
      ],
    ],
  },
  parameter: {
    tile: {
      ...{ kind: 'parameter', of: 'call', name: 'vip' },
      ...{ paths: { yes: 'stop' }, otherwise: 'again' },
    },
    exits: ['yes > stop', 'otherwise > again'],
    need: { kind: 'parameter', of: 'call', name: 'vip' },
    choice: [[{ Variable: SEEN, StringEquals: 'yes', Next: 'stop' }], 'again'],
  },
  availability: {
    tile: { kind: 'availability', hours: 'office', open: 'in', closed: 'out' },
    exits: ['open > in', 'closed > out'],
    need: {
      kind: 'availability',
      hours: {
        timeZone: 'Europe/Warsaw',
        week: definitions.hours.office?.week,
        exceptions: definitions.hours.office?.exceptions,
      },
    },
    choice: [[{ Variable: SEEN, StringEquals: 'open', Next: 'in' }], 'out'],
  },
  privacy: {
    tile: { kind: 'privacy', private: 'own', other: 'all' },
    exits: ['private > own', 'other > all'],
    need: { kind: 'privacy' },
    choice: [[{ Variable: SEEN, StringEquals: 'private', Next: 'own' }], 'all'],
  },
  'hlr-check': {
    tile: { kind: 'hlr-check', valid: 'yes', invalid: 'no', unknown: 'maybe' },
    exits: ['valid > yes', 'invalid > no', 'unknown > maybe'],
    need: { kind: 'hlr' },
    choice: [
      [
        { Variable: SEEN, StringEquals: 'valid', Next: 'yes' },
        { Variable: SEEN, StringEquals: 'invalid', Next: 'no' },
      ],
      'maybe',
    ],
  },
  recontact: {
    tile: { kind: 'recontact', after: '2 h', next: 'then' },
    exits: ['next > then'],
    action: { kind: 'recontact', after: { days: 0, seconds: 7200 }, cursor: 'then' },
  },
  'close-record': {
    tile: { kind: 'close-record', next: 'then' },
    exits: ['next > then'],
    action: { kind: 'close-record' },
  },
  'delete-contact': {
    tile: { kind: 'delete-contact' },
    exits: [],
    action: { kind: 'delete-contact' },
  },
  'add-parameter': {
    tile: { kind: 'add-parameter', to: 'call', name: 'hint', value: 'late', next: 'then' },
    exits: ['next > then'],
    action: { kind: 'add-parameter', to: 'call', name: 'hint', value: 'late' },
  },
  'send-sms': {
    tile: { kind: 'send-sms', from: 'random', text: 'Hello {{ name }}', next: 'then' },
    exits: ['next > then'],
    action: { kind: 'send-sms', from: 'random', text: 'Hello {{ name }}' },
  },
  'send-email': {
    tile: {
      kind: 'send-email',
      mailbox: 'office',
      cc: ['a@example.org'],
      subject: 'S',
      text: 'T',
      attachments: ['map.pdf'],
      next: 'then',
    },
    exits: ['next > then'],
    action: {
      kind: 'send-email',
      mailbox: 'office',
      cc: ['a@example.org'],
      bcc: [],
      subject: 'S',
      text: 'T',
      attachments: ['map.pdf'],
    },
  },
  end: { tile: { kind: 'end' }, exits: [] },
};

describe.each(KINDS)('a tile of kind %s', (kind) => {
  const expected = EXPECTED[kind];
  const tile = Tile.parse(expected.tile);

  it('leads where its exits say', () => {
    expect(exitsOf(tile).map(({ on, to }) => `${on} > ${to}`)).toEqual(expected.exits);
  });

  it('names the place in the file where each exit is written', () => {
    const at = (path: readonly string[]) =>
      path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], expected.tile);

    expect(exitsOf(tile).map(({ path }) => at(path))).toEqual(exitsOf(tile).map(({ to }) => to));
  });

  it('asks for what it decides by, or does something, but not both', () => {
    const [choices, otherwise] = expected.choice ?? [];

    expect(needOf(tile, definitions)).toEqual(expected.need);
    expect(choiceAt('t', tile)).toEqual(
      choices && {
        Type: 'Choice',
        Choices: choices,
        Default: otherwise,
      },
    );
    expect(actionOf(tile)).toEqual(expected.action);
  });

  it('takes by its choice every exit it has', () => {
    const choice = choiceAt('t', tile);
    const taken = [
      ...(choice?.Choices.map(({ Next }) => Next) ?? []),
      ...(choice?.Default === undefined ? [] : [choice.Default]),
    ];

    expect(taken).toEqual(choice ? exitsOf(tile).map(({ to }) => to) : []);
  });
});

describe('tiles', () => {
  it('have a file each, named for the kind', () => {
    const files = readdirSync('lib/compiler/states/tiles').map((file) => file.replace('.ts', ''));

    expect(files.toSorted()).toEqual(KINDS.toSorted());
  });

  it('are followed at once by what comes next, but for a recontact (CBR-7)', () => {
    const waiting = KINDS.filter((kind) => waitsForCall(Tile.parse(EXPECTED[kind].tile)));

    expect(waiting).toEqual(['recontact']);
  });

  it('that have nothing behind them lead nowhere, and a recontact starts at the trigger again', () => {
    const last = Tile.parse({ kind: 'recontact', after: 'at once' });

    expect(exitsOf(last)).toEqual([]);
    expect(actionOf(last)).toEqual({ kind: 'recontact', after: { days: 0, seconds: 0 } });
  });

  it.each([
    ['=', { NumericEquals: 4 }],
    ['<=', { NumericLessThanEquals: 4 }],
    ['>', { NumericGreaterThan: 4 }],
  ])('compare a number found with "%s"', (operator, comparison) => {
    const tile = Tile.parse({ kind: 'attempts', compare: `${operator} 4`, ...met });

    expect(choiceAt('t', tile)?.Choices).toEqual([{ Variable: SEEN, ...comparison, Next: 'yes' }]);
  });

  it('compare a number found with "!=" by the opposite', () => {
    const tile = Tile.parse({ kind: 'attempts', compare: '!= 4', ...met });

    expect(choiceAt('t', tile)?.Choices).toEqual([
      { Not: { Variable: SEEN, NumericEquals: 4 }, Next: 'yes' },
    ]);
  });

  it('of hours that nobody checked are a mistake of ours', () => {
    const tile = Tile.parse({ kind: 'availability', hours: 'night', open: 'in', closed: 'out' });

    expect(() => needOf(tile, definitions)).toThrow("hours 'night' were not checked");
  });
});

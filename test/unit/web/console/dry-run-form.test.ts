import { describe, expect, it } from 'vitest';
import { AS_IT_IS, type DryRunDraft, readForm } from '../../../../web/console/dry-run/form.ts';
import { columnsFor, listOf } from '../../../../web/console/dry-run/list-of.ts';
import { toldBy } from '../../../../web/console/dry-run/told.ts';

const PREDICTIVE = { mode: 'predictive', pickup: undefined } as const;
const draft = (changes: Partial<DryRunDraft> = {}): DryRunDraft => ({
  list: 'records',
  most: '500',
  from: '2026-03-02',
  days: '5',
  answer: '',
  variants: [AS_IT_IS],
  ...changes,
});
const mistakesOf = (
  changes: Partial<DryRunDraft>,
  has = PREDICTIVE as Parameters<typeof readForm>[1],
) => {
  const read = readForm(draft(changes), has, false);
  return read.kind === 'wrong' ? read.mistakes : {};
};

describe('the form of a dry run', () => {
  it('leaves the campaign as it is where nothing is typed', () => {
    expect(readForm(draft(), PREDICTIVE, false)).toEqual({
      kind: 'right',
      most: 500,
      variants: [
        { from: '2026-03-02T00:00', days: 5, agents: undefined, answer: undefined, change: {} },
      ],
    });
  });

  it('takes shares as they are written in any of the languages', () => {
    const variants = [{ ...AS_IT_IS, cap: '2,5\u00a0%' }];

    const read = readForm(draft({ answer: '27.5%', variants }), PREDICTIVE, false);

    expect(read).toMatchObject({ variants: [{ answer: 0.275, change: { cap: 0.025 } }] });
  });

  it.each([
    [{ most: 'many' }, 'most', { kind: 'whole', from: 1, to: 5000 }],
    [{ most: '0' }, 'most', { kind: 'whole', from: 1, to: 5000 }],
    [{ days: '61' }, 'days', { kind: 'whole', from: 1, to: 60 }],
    [{ from: '' }, 'from', { kind: 'missing' }],
    [{ answer: '130%' }, 'answer', { kind: 'share' }],
    [{ list: 'file' }, 'list', { kind: 'missing' }],
    [
      { variants: [{ ...AS_IT_IS, agents: '-3' }] },
      '0.agents',
      { kind: 'whole', from: 1, to: 500 },
    ],
    [{ variants: [{ ...AS_IT_IS, cap: 'low' }] }, '0.cap', { kind: 'share' }],
    [{ variants: [{ ...AS_IT_IS, mode: 'ratio' as const }] }, '0.pickup', { kind: 'share' }],
    [{ variants: [AS_IT_IS, AS_IT_IS] }, '1.agents', { kind: 'same' }],
  ])('says what is wrong, at its field: %j', (changes, field, wrong) => {
    expect(mistakesOf(changes)).toEqual({ [field]: wrong });
  });

  it('asks for no pickup rate where the campaign has one, and forgets a cap of another mode', () => {
    const variants = [{ ...AS_IT_IS, cap: '1%', mode: 'ratio' as const, agents: '9' }];

    const read = readForm(draft({ variants }), { mode: 'ratio', pickup: 0.4 }, false);

    expect(read).toMatchObject({ variants: [{ agents: 9, change: {} }] });
  });
});

const CENTRE = {
  rules: { politely: {} },
  queues: { calls: { groups: ['day', 'night'] } },
  groups: { day: { agents: ['tom', 'eva'] }, night: { agents: ['eva'] } },
};

describe('what a dry run may vary', () => {
  const outbound = { mode: 'preview', rule: 'politely', queue: 'calls' };
  const of = (campaign: object) => toldBy({ campaigns: { a: campaign }, ...CENTRE }, 'a');

  it('is the mode, where the dialer begins calls', () => {
    expect(of({ handling: 'automatic', channels: { outbound } })?.modes).toHaveLength(4);
    expect(of({ handling: 'manual', channels: { outbound } })?.modes).toEqual(['preview']);
  });

  it('begins from the agents of the queue, each once', () => {
    expect(of({ handling: 'automatic', channels: { outbound } })?.agents).toBe(2);
  });

  it('is nothing of a campaign that calls nobody', () => {
    expect(of({ handling: 'automatic', channels: { inbound: {} } })).toBeUndefined();
  });
});

it('records become a file with their default number first, however they are written', () => {
  const record = {
    phones: [
      { value: '+48600000002', isDefault: false },
      { value: '+48600000001', isDefault: true },
    ],
    emails: [],
    fields: { name: 'Ann "A" Nowak; Jr' },
    weight: 5,
  };

  const list = listOf([record as never], columnsFor(['name']));

  expect(new TextDecoder().decode(list).split('\r\n').slice(0, 2)).toEqual([
    'ringback phone 1;ringback phone 2;ringback phone 3;ringback email;ringback weight;ringback field name',
    '+48600000001;+48600000002;;;5;"Ann ""A"" Nowak; Jr"',
  ]);
});

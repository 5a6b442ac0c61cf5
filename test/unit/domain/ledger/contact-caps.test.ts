import { describe, expect, it } from 'vitest';
import {
  type CapFacts,
  type Contacted,
  capGates,
  capsOf,
  remembersFor,
  withContact,
} from '../../../../lib/domain/ledger/contact-caps.ts';
import type { ReachedBy } from '../../../../lib/domain/ledger/ledger.ts';
import { parseInstant, toIso } from '../../../../lib/domain/model/instant.ts';
import { ContactCap } from '../../../../lib/language/schema/contact-cap.ts';
import { definitions } from '../../../support/definitions.ts';

const NOON = parseInstant('2026-03-05T11:00:00Z');
const PHONE = '+48600100200';
const OTHER = '+48600100300';
const page = (...contacts: readonly Contacted[]) => ({ version: contacts.length, contacts });
const contact = (iso: string, channel: ReachedBy = 'voice', id = iso): Contacted => ({
  ...{ id, channel, at: parseInstant(iso) },
});
const YESTERDAY = contact('2026-03-04T15:00:00Z');
const TODAY = contact('2026-03-05T08:00:00Z');
const BY_TEXT = contact('2026-03-05T09:00:00Z', 'sms');

const gatesOf = (cap: object, facts: Partial<CapFacts> = {}) =>
  capGates({
    caps: [ContactCap.parse(cap)],
    ...{ channel: 'voice', address: PHONE, isWanted: false, zone: 'Europe/Warsaw', now: NOON },
    pages: new Map([
      [PHONE, page(YESTERDAY, TODAY)],
      [OTHER, page(BY_TEXT)],
    ]),
    ...facts,
  });
const passed = (cap: object, facts: Partial<CapFacts> = {}) =>
  gatesOf(cap, facts).map(({ gate }) => gate.passed);

describe('a cap on contacts (NEW-7)', () => {
  it('holds for the person, whatever they were contacted on and by', () => {
    expect(gatesOf({ most: 3, within: '1 d' })).toEqual([
      {
        gate: {
          ...{ gate: 'contact-cap', passed: false },
          saw: '3 within 1 d, until 2026-03-05T15:00:00.000Z',
          wanted: 'fewer than 3 with the person',
        },
        opens: parseInstant('2026-03-05T15:00:00Z'),
      },
    ]);
    expect(passed({ most: 4, within: '1 d' })).toEqual([true]);
  });

  it('opens when so many contacts are over that there is room for one', () => {
    const opensAt = (most: number) =>
      gatesOf({ most, within: '1 d' }).map(({ opens }) => opens && toIso(opens).slice(0, 16));

    expect([opensAt(1), opensAt(2), opensAt(3)]).toEqual([
      ['2026-03-06T09:00'],
      ['2026-03-06T08:00'],
      ['2026-03-05T15:00'],
    ]);
  });

  it('counts days on the calendar: a day is a day when the clock changes', () => {
    const before = contact('2026-03-28T09:30:00Z');
    const pages = new Map([[PHONE, page(before)]]);
    const facts = { pages, now: parseInstant('2026-03-29T08:00:00Z') };

    expect(gatesOf({ most: 1, within: '1 d' }, facts)[0]?.opens).toBe(
      parseInstant('2026-03-29T08:30:00Z'),
    );
    expect(passed({ most: 1, within: '24 h' }, facts)).toEqual([false]);
  });

  it('of an address counts contacts with that one only', () => {
    expect(passed({ most: 3, within: '1 d', of: 'address' })).toEqual([true]);
    expect(passed({ most: 2, within: '1 d', of: 'address' })).toEqual([false]);
  });

  it('on some channels counts theirs, and holds for them alone', () => {
    const texts = { most: 1, within: '1 d', channels: ['sms'] };

    expect(passed(texts)).toEqual([]);
    expect(passed(texts, { channel: 'sms' })).toEqual([false]);
    expect(passed({ ...texts, most: 2 }, { channel: 'sms' })).toEqual([true]);
  });

  it('leaves out what is too long ago, and the contact itself', () => {
    expect(passed({ most: 3, within: '3 h' })).toEqual([true]);
    expect(passed({ most: 3, within: '1 d' }, { id: TODAY.id })).toEqual([true]);
  });

  it('keeps nobody from the contact they asked for, and says so', () => {
    const [checked] = gatesOf({ most: 1, within: '1 d' }, { isWanted: true });

    expect(checked).toEqual({
      gate: {
        ...{ gate: 'contact-cap', passed: true },
        saw: '3 within 1 d, but the person asked for it',
      },
    });
  });

  it('is that of the centre and of the campaign', () => {
    const centre = definitions({
      contactCaps: [{ most: 3, within: '7 d' }],
      campaign: { contactCaps: [{ most: 1, within: '36 h' }] },
      also: { other: { contactCaps: [] } },
    });

    expect(capsOf(centre, 'spring').map(({ most }) => most)).toEqual([3, 1]);
    expect(capsOf(centre, 'other').map(({ most }) => most)).toEqual([3]);
    expect(remembersFor(centre)).toBe(7 * 86_400 + 3600);
    expect(remembersFor(definitions())).toBeUndefined();
  });
});

describe('the contacts that are remembered', () => {
  it('are those any cap looks back to, each once', () => {
    const after = withContact(page(YESTERDAY, TODAY), { ...TODAY, at: NOON }, 6 * 3600);

    expect(after).toEqual({ version: 3, contacts: [{ ...TODAY, at: NOON }] });
  });
});

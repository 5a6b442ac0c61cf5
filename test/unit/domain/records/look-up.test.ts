import { describe, expect, it } from 'vitest';
import { lookUpChanges, lookUpFields, lookUpKey } from '../../../../lib/domain/records/look-up.ts';
import { definitions } from '../../../support/definitions.ts';
import { aRecord } from '../../../support/records.ts';

const campaign = { fields: { pesel: { label: 'PESEL', significant: true }, order: {} } };
const ann = aRecord('ann', { fields: { pesel: '440 514-01359', city: 'Gdynia' } });

describe('the fields that name a caller’s record', () => {
  it('are those of authorise blocks and of the external authorisation, each once (IVR-5, INB-14)', () => {
    const exits = { success: 'first', failure: 'first' };
    const block = { kind: 'authorise', field: 'pesel', ask: 'Your PESEL', ...exits } as const;
    const request = { url: 'https://crm.example.org/callers' };
    const all = definitions({
      campaign,
      inbound: { authorisation: { request, record: 'id', field: 'order' } },
      blocks: { one: block, again: block },
    });

    expect(lookUpFields(all, 'spring')).toEqual(['pesel', 'order']);
  });

  it('are none of a campaign nobody calls, or that asks for nothing', () => {
    expect(lookUpFields(definitions(), 'spring')).toEqual([]);
    expect(lookUpFields(definitions({ inbound: {} }), 'spring')).toEqual([]);
    expect(lookUpFields(definitions(), 'gone')).toEqual([]);
  });
});

describe('a key', () => {
  it('is the same for a value as a file writes it and as a caller keys it', () => {
    const keys = ['440 514-01359', '44051401359', ' 4405\t14 01359 '].map((value) =>
      lookUpKey({ by: 'field', field: 'pesel', value }),
    );

    expect(new Set(keys)).toEqual(new Set(['field:pesel:44051401359']));
    expect(lookUpKey({ by: 'field', field: 'plate', value: 'GD 12-AB' })).toBe(
      'field:plate:gd12ab',
    );
  });

  it('of a number is none of a field that holds the same', () => {
    expect(lookUpKey({ by: 'phone', phone: '+48600' })).toBe('phone:+48600');
    expect(lookUpKey({ by: 'field', field: 'phone', value: '+48600' })).toBe('field:phone:+48600');
  });
});

describe('what a change of a record does to its keys', () => {
  const fields = () => ['pesel'];

  it('adds all of a new record', () => {
    expect(lookUpChanges(undefined, ann, fields)).toEqual({
      added: [...['phone:+48221000001', 'email:ann@example.org', 'field:pesel:44051401359']],
      removed: [],
    });
  });

  it('is nothing, and asks for no fields, when numbers and fields are the same', () => {
    const unasked = () => {
      throw new Error('the definitions are not needed');
    };

    expect(lookUpChanges(ann, { ...ann, weight: 9 }, unasked)).toEqual({ added: [], removed: [] });
  });

  it('moves what changed, and only that', () => {
    const after = { ...ann, fields: { ...ann.fields, pesel: '02070803628', city: 'Sopot' } };

    expect(lookUpChanges(ann, after, fields)).toEqual({
      added: ['field:pesel:02070803628'],
      removed: ['field:pesel:44051401359'],
    });
  });

  it('finds a new number, and no longer the one that is gone', () => {
    const after = { ...ann, phones: [{ value: '+48600000001', isDefault: true }] };

    expect(lookUpChanges(ann, after, fields)).toEqual({
      added: ['phone:+48600000001'],
      removed: ['phone:+48221000001'],
    });
  });

  it('finds its default e-mail address, in whatever case it is written', () => {
    const emails = [
      { value: 'New@Example.org', isDefault: true },
      { value: 'ann@example.org', isDefault: false },
    ];

    expect(lookUpChanges(ann, { ...ann, emails }, fields)).toEqual({
      added: ['email:new@example.org'],
      removed: ['email:ann@example.org'],
    });
    expect(lookUpKey({ by: 'email', email: 'ANN@example.org' })).toBe('email:ann@example.org');
  });

  it('has no key of an empty field', () => {
    const after = { ...ann, fields: { pesel: '' } };

    expect(lookUpChanges(ann, after, fields)).toEqual({
      added: [],
      removed: ['field:pesel:44051401359'],
    });
  });
});

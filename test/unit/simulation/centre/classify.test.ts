import { describe, expect, it } from 'vitest';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { Campaign } from '../../../../lib/language/schema/campaign.ts';
import { classification } from '../../../../lib/simulation/centre/classify.ts';
import type { Classifying } from '../../../../lib/simulation/phone-network/classifying.ts';
import { aRecord, at, NOW } from '../../../support/records.ts';

const campaign = Campaign.parse({
  name: 'Spring',
  channels: {},
  fields: {
    city: { required: true },
    plan: { type: 'choice', options: ['small', 'large'], required: true },
    note: {},
  },
  classifiers: {
    sold: { name: 'Sold', success: true, closes: true },
    later: { name: 'Later', recontact: { within: '14 d' } },
    machine: { name: 'Machine', for: ['not-answered'] },
  },
});

const deciding = (roll: number, machine = false): Classifying => ({
  contact: contactId('c1'),
  token: 'a1',
  attributes: { campaign: 'spring', record: 'ann', attempt: 'a1' },
  agent: 'eva',
  roll,
  machine,
});
const options = { weights: {}, now: NOW, zone: 'Europe/Warsaw' };

describe('a simulated classification', () => {
  it('gives the classifier the roll falls on, with the fields that are missing', () => {
    expect(classification(deciding(0.4), aRecord(), campaign, options)).toEqual({
      campaign: 'spring',
      record: 'ann',
      contact: 'c1',
      attempt: 'a1',
      classifier: 'sold',
      agent: 'eva',
      fields: { plan: 'small' },
    });
  });

  it('agrees on the same time tomorrow when the classifier asks for a time (CLS-2)', () => {
    const decided = classification(deciding(0.9), aRecord(), campaign, options);

    expect(decided).toMatchObject({ classifier: 'later', recontactAt: at(86_400) });
  });

  it('follows the weights given', () => {
    const weights = { sold: 1, later: 9 };

    const decided = [0.05, 0.15, 0.5, 0.99].map(
      (roll) =>
        classification(deciding(roll), aRecord(), campaign, { ...options, weights })?.classifier,
    );

    expect(decided).toEqual(['sold', 'later', 'later', 'later']);
  });

  it('tells a mailbox from a person (CLS-5)', () => {
    const decided = classification(deciding(0.1, true), aRecord(), campaign, options);

    expect(decided?.classifier).toBe('machine');
  });

  it('finds nothing when no classifier fits', () => {
    const { machine: _, ...classifiers } = campaign.classifiers;

    const decided = classification(
      deciding(0.1, true),
      aRecord(),
      { ...campaign, classifiers },
      options,
    );

    expect(decided).toBeUndefined();
  });
});

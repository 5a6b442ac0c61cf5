import { describe, expect, it } from 'vitest';
import { classifiersFor } from '../../../../lib/domain/classification/classifiers-for.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { definitions } from '../../../support/definitions.ts';
import { anAttempt, aRecord, at } from '../../../support/records.ts';

const campaign = definitions({
  campaign: {
    classifiers: {
      sold: { name: 'Sold', success: true },
      nobody: { name: 'Nobody there', for: ['not-answered'] },
      busy: { name: 'Busy', for: ['busy'] },
      wrote: { name: 'Wrote', for: ['sms'] },
    },
  },
}).campaigns.spring;

const offered = (changes: Partial<Attempt>) =>
  campaign && classifiersFor(campaign, anAttempt(aRecord(), 'a1', changes)).map(({ id }) => id);

describe('the classifiers of a contact (CLS-5)', () => {
  it('are those of people and of machines after a call that was put through', () => {
    expect(offered({ timestamps: { connectedToAgent: at(9) } })).toEqual(['sold', 'nobody']);
  });

  it('are those of how the call ended', () => {
    expect(offered({ status: 'busy', contact: contactId('c') })).toEqual(['busy']);
  });

  it('are those of texts in a conversation', () => {
    expect(offered({ channel: 'sms', direction: 'inbound' })).toEqual(['wrote']);
  });

  it('are none before the call', () => {
    expect(offered({})).toEqual([]);
  });
});

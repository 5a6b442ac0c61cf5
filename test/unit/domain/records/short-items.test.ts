import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRecord, recordItem } from '../../../../lib/aws/dynamodb/record-items.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { ContactTimestamps } from '../../../../lib/domain/model/contact-timestamps.ts';
import { agentId, contactId } from '../../../../lib/domain/model/ids.ts';
import { instant } from '../../../../lib/domain/model/instant.ts';
import type { Endpoint } from '../../../../lib/domain/model/record.ts';
import {
  shortAttempt,
  shortRecord,
  wholeAttempt,
} from '../../../../lib/domain/records/short-items.ts';
import { anAttempt, aRecord } from '../../../support/records.ts';

const ann = aRecord('ann');
const moment = fc.nat().map((n) => instant(1_772_434_812_804 + n));
const counts = fc.dictionary(fc.constantFrom('busy', 'answered', 'tile'), fc.nat());
const texts = fc.dictionary(fc.constantFrom('name', 'city', 'record'), fc.string());
const endpoint: fc.Arbitrary<Endpoint> = fc.record({ value: fc.string(), isDefault: fc.boolean() });
const record = fc.record({
  ...{ phones: fc.array(endpoint), emails: fc.array(endpoint) },
  ...{ fields: texts, parameters: texts, endings: counts },
  ...{ success: fc.boolean(), rule: fc.record({ passes: counts }), weight: fc.nat() },
});
const timestamps: fc.Arbitrary<ContactTimestamps> = fc.record(
  {
    ...{ initiated: moment, connectedToSystem: moment, enqueued: moment },
    ...{ connectedToAgent: moment, disconnected: moment, wrapUpEnded: moment },
  },
  { requiredKeys: [] },
);
const attempt = fc.record(
  {
    ...{ channel: fc.constantFrom('voice', 'sms'), direction: fc.constantFrom('inbound') },
    ...{ endpoint: fc.string(), sender: fc.string(), orderedAt: moment, askedAt: moment },
    ...{ timestamps, settled: fc.boolean(), ruleApplied: fc.boolean(), parameters: texts },
    ...{ disconnectReason: fc.string(), machineDetection: fc.string() },
    ...{ contact: fc.uuid().map(contactId), agent: fc.string().map(agentId) },
  },
  { requiredKeys: [] },
);

describe('the short form of what a call writes', () => {
  it('gives a record back, whatever it holds', () => {
    fc.assert(
      fc.property(record, (some) => {
        const whole = { ...ann, ...some };

        expect(asRecord(recordItem(whole))).toEqual(whole);
      }),
    );
  });

  it('gives the attempt within it back, whatever it holds', () => {
    fc.assert(
      fc.property(attempt, (some) => {
        const whole = anAttempt(ann, 'a1', some as Attempt);
        const { campaign: _, record: __, id: ___, ...within } = whole;

        expect(wholeAttempt(shortAttempt(whole))).toEqual(within);
      }),
    );
  });

  it('says neither what its key says nor what is usual', () => {
    const { campaign, version, state, createdAt } = ann;

    expect(shortRecord({ ...ann, emails: [], success: false })).toMatchObject({
      ...{ campaign, version, state, createdAt },
      phones: ann.phones.map(({ value }) => value),
    });
    expect(Object.keys(shortRecord({ ...ann, emails: [], success: false }))).not.toEqual(
      expect.arrayContaining(['record', 'emails', 'success']),
    );
  });

  it('is read as it was written out by former versions', () => {
    const { pk, sk } = recordItem(ann);

    expect(asRecord({ pk, sk, ...ann })).toStrictEqual(ann);
    const { campaign: _, record: __, id: ___, ...written } = anAttempt(ann, 'a1');
    expect(wholeAttempt(written)).toEqual(written);
  });
});

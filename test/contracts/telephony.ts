// What every telephony promises (lib/application/ports/ports.ts, Telephony). `make` gives a network
// in which nobody was called yet and in which calls last longer than the test.
import { describe, expect, it } from 'vitest';
import type { CustomerCall } from '../../lib/application/ports/contact-reader.ts';
import type { Dialed, DialRequest } from '../../lib/application/ports/telephony.ts';
import { attemptId, type ContactId, campaignId, contactId } from '../../lib/domain/model/ids.ts';
import type { IvrWay } from '../../lib/domain/model/inbound-call.ts';
import type { TelephoneNetwork } from '../../lib/simulation/memory/telephony.ts';
import { ref } from '../support/records.ts';

const request = (attempt: string, record = 'ann'): DialRequest => ({
  attempt: attemptId(attempt),
  ref: ref('spring', record),
  phone: '+48600000001',
  queue: 'sales',
  ringFor: 25,
  language: 'en',
  priority: 5,
  machineDetection: false,
});

const contactOf = (dialed: Dialed): string =>
  dialed.kind === 'accepted' ? dialed.contact : `refused: ${dialed.reason}`;

/**
 * @param receive somebody calls in and the flow has noted campaign and IVR; missing where nobody
 *   can
 */
export function telephonyContract(
  name: string,
  make: () => Promise<TelephoneNetwork>,
  receive?: (telephony: TelephoneNetwork, call: CustomerCall, way?: IvrWay) => ContactId,
): void {
  describe(`telephony: ${name}`, () => {
    it('returns the same contact when the same attempt is dialed again (DIA-7)', async () => {
      const telephony = await make();

      const first = await telephony.dial(request('a1'));
      const again = await telephony.dial(request('a1'));

      expect(first).toEqual({ kind: 'accepted', contact: expect.any(String) });
      expect(again).toEqual(first);
    });

    it('returns the same contact to rivals', async () => {
      const telephony = await make();

      const dialed = await Promise.all([1, 2, 3].map(() => telephony.dial(request('a1'))));

      expect(new Set(dialed.map(contactOf)).size).toBe(1);
    });

    it('makes a contact of its own for each attempt', async () => {
      const telephony = await make();

      const first = await telephony.dial(request('a1'));
      const second = await telephony.dial({ ...request('a2', 'ben'), phone: '+48600000002' });

      expect(contactOf(second)).not.toBe(contactOf(first));
    });

    it('knows what became of a contact, and nothing of one that is not there', async () => {
      const telephony = await make();
      const dialed = await telephony.dial(request('a1'));

      const facts = await telephony.describe(contactId(contactOf(dialed)));

      expect(facts?.contact).toBe(contactOf(dialed));
      expect(facts?.disconnected).toBeUndefined();
      expect(await telephony.describe(contactId(STRANGER))).toBeUndefined();
    });

    it('calls back for a survey once, beside the call it asks about (INB-9)', async () => {
      const telephony = await make();
      const asked = { attempt: attemptId('in-1'), ref: ref('spring', 'ann') };
      const survey = { ...asked, phone: '+48600000003', ringFor: 30 };

      const first = await telephony.dialSurvey(survey);
      const again = await telephony.dialSurvey(survey);

      expect(again).toEqual(first);
      expect(await telephony.attemptOf(contactId(contactOf(first)))).toEqual(asked);
    });

    it('knows the attempt a contact was made for, and none for a stranger', async () => {
      const telephony = await make();
      const dialed = await telephony.dial(request('a1'));

      const owner = await telephony.attemptOf(contactId(contactOf(dialed)));

      expect(owner).toEqual({ ref: ref('spring', 'ann'), attempt: 'a1' });
      expect(await telephony.attemptOf(contactId(STRANGER))).toBeUndefined();
    });

    if (receive)
      it('knows of a call that came in what its flow noted', async () => {
        const telephony = await make();
        const spring = { campaign: campaignId('spring'), ivr: 'reception' };
        const known = { ...spring, from: '+48600000004', to: '+48221230000' };
        const contacts = [known, spring].map((call) => receive(telephony, call));

        const found = await Promise.all(contacts.map((each) => telephony.customerCall(each)));

        expect(found).toEqual([known, spring]);
        expect(await telephony.attemptOf(contacts[0] ?? contactId(''))).toBeUndefined();
      });

    if (receive)
      it('knows the blocks a call came through, once its flow has noted them', async () => {
        const telephony = await make();
        const spring = { campaign: campaignId('spring'), ivr: 'reception' };
        const way = { version: '0123456789ab', path: ['answer', 'menu', 'menu', 'queue'] };
        const [through, before] = [way, undefined].map((each) => receive(telephony, spring, each));

        expect(await telephony.wayOf(through ?? contactId(''))).toEqual(way);
        expect(await telephony.wayOf(before ?? contactId(''))).toBeUndefined();
        expect(await telephony.wayOf(contactId(STRANGER))).toBeUndefined();
      });

    it('knows no customer’s call by a contact of the dialer’s, or a stranger’s', async () => {
      const telephony = await make();
      const dialed = await telephony.dial(request('a1'));

      expect(await telephony.customerCall(contactId(contactOf(dialed)))).toBeUndefined();
      expect(await telephony.customerCall(contactId(STRANGER))).toBeUndefined();
    });
  });
}

const STRANGER = '00000000-0000-4000-8000-000000000000';

// Whether a number may be called that belongs to no record (CAM-16): the blacklist of every
// campaign and of the one that lets the agent call, and the hours that are allowed where the number
// is. Who calls by hand answers for the reason: consents and caps of campaigns are not asked.
import {
  calleeGate,
  calleeHours,
  contactSettings,
} from '../../domain/contact-hours/callee-hours.ts';
import { blacklistGate } from '../../domain/ledger/ledger-gates.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import type { Ports } from '../ports/ports.ts';

/** @returns why not; empty when it may */
export async function againstCalling(
  { phone, campaign }: { readonly phone: string; readonly campaign: string },
  { ledger, definitions, clock }: Pick<Ports, 'ledger' | 'definitions' | 'clock'>,
): Promise<readonly string[]> {
  const now = clock.now();
  const standing = (await ledger.standings([phone])).get(phone);
  const of = { campaign: campaignId(campaign), channel: 'voice', now } as const;
  const listed = standing && blacklistGate({ ...NO_CONSENT, ...of, standing }).blocked;
  const settings = contactSettings(definitions.definitions(), campaign);
  const record = { phones: [{ value: phone, isDefault: true }], fields: {} };
  const hours = settings && calleeGate(calleeHours(settings, record), now);
  const isOpen = hours === undefined || hours.gate.passed;
  const opens = hours?.opens === undefined ? '' : ` before ${toIso(hours.opens)}`;
  return [
    ...(listed === undefined ? [] : [listed.because]),
    ...(isOpen ? [] : [`nobody is called there${opens}`]),
  ];
}

/** What the blacklist does not look at. */
const NO_CONSENT = { purpose: 'service', country: '', isWanted: false } as const;

// A customer's call gets its record and its attempt (INB-1), whoever asks first: the flow's first
// question as a rule; where that one failed, the next one, or Connect's word that the call waits,
// talks or is over. Everything that is made has an id that follows from the contact, so that it is
// made once.

import { type InboundSetting, inboundSetting } from '../../domain/calls/inbound-setting.ts';
import type { OnCall } from '../../domain/inbound/call-updates.ts';
import { identify } from '../../domain/inbound/identify.ts';
import {
  type IncomingCall,
  recordOfStranger,
  takeCallIn,
} from '../../domain/inbound/inbound-attempt.ts';
import { alongWay, wayIn } from '../../domain/inbound/ivr-way.ts';
import type { Change } from '../../domain/model/change.ts';
import { isE164 } from '../../domain/model/e164.ts';
import { type CampaignId, campaignId, contactId } from '../../domain/model/ids.ts';
import type { FlowCall } from '../../domain/model/inbound-call.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';
import { loadCall, type NoteOutcome, noteOnCall } from './find-call.ts';

type Needs = Pick<Ports, 'clock' | 'definitions' | 'records'>;

/** A call, and the IVR that answers it. */
export type AnsweredInboundCall = FlowCall & { readonly ivr: string };

/** undefined when the campaign takes no calls. */
export async function loadOrCreateCall(
  call: AnsweredInboundCall,
  ports: Needs,
): Promise<OnCall | undefined> {
  const known = await loadCall(call, ports);
  if (known !== undefined) return known;
  const setting = inboundSetting(ports.definitions.definitions(), call.campaign);
  return setting && createCall(call, setting, ports);
}

/** Notes something with a call, which is taken in first if it has not been. */
export function noteOnAnsweredCall(
  call: AnsweredInboundCall,
  ports: Needs,
  note: (call: OnCall) => Change | undefined,
): Promise<NoteOutcome> {
  return noteOnCall(call, ports, note, () => loadOrCreateCall(call, ports));
}

function createCall(
  call: AnsweredInboundCall,
  setting: InboundSetting,
  ports: Needs,
): Promise<OnCall> {
  const campaign = campaignId(call.campaign);
  const phone = phoneOf(call);
  return untilCommitted(`the call ${call.contact}`, async () => {
    const incoming = await incomingCall(call, phone, campaign, setting, ports);
    const change = alongWay(takeCallIn(incoming.record, incoming), wayIn(call.attributes));
    const committed = await ports.records.commit(change);
    if (committed === 'committed' && change.attempt !== undefined) {
      return { record: change.after, attempt: change.attempt.after, now: incoming.now };
    }
    // Connect may have asked twice: then the other one has taken the call in.
    return (await loadCall(call, ports)) ?? 'conflict';
  });
}

/** Empty when withheld, or when it is nothing that could be called. */
const phoneOf = ({ from = '' }: FlowCall): string => (isE164(from) ? from : '');

async function incomingCall(
  call: AnsweredInboundCall,
  phone: string,
  campaign: CampaignId,
  { times }: InboundSetting,
  { records, clock }: Needs,
): Promise<IncomingCall & { readonly record: ReturnType<typeof recordOfStranger> }> {
  const found = phone === '' ? [] : await records.lookUp(campaign, { by: 'phone', phone });
  const { identity, holder, gates } = identify(found, phone === '');
  const now = clock.now();
  const contact = contactId(call.contact);
  const { ivr, to } = call;
  const stranger = recordOfStranger(campaign, { contact, phone, now });
  const record = holder ?? stranger;
  const dialed = to === undefined ? {} : { to };
  return { contact, ivr, phone, ...dialed, identity, gates, times, now, record };
}

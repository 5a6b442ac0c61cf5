// An inbound call is taken in (INB-1): its record is found by the number or made, and its attempt begins. Connect repeats what
// it got no answer to, so everything that is made has an id that follows from the contact.
import { untilCommitted } from '../../lib/domain/contention.ts';
import { Fault } from '../../lib/domain/faults.ts';
import { type CampaignId, campaignId, contactId } from '../../lib/domain/ids.ts';
import { identify } from '../../lib/domain/inbound/identify.ts';
import { type InboundSetting, inboundSetting } from '../../lib/domain/inbound/inbound-setting.ts';
import { loadCall } from '../../lib/domain/inbound/on-call.ts';
import {
  type IncomingCall,
  recordOfStranger,
  takeCallIn,
} from '../../lib/domain/inbound/taking-in.ts';
import { tellIdentity } from '../../lib/domain/inbound/telling-identity.ts';
import { normalisePhone } from '../../lib/domain/phone.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { TaskInput, UseCase } from '../../lib/domain/tasks.ts';

type Needs = PortsOf<'answer-call'>;
type Input = TaskInput<'answer-call'>;

export const answerCall: UseCase<'answer-call', Needs> = async (input, ports) => {
  const definitions = ports.definitions.definitions();
  const setting = inboundSetting(definitions, input.campaign);
  if (setting === undefined) {
    throw new Fault('NotFound', `campaign '${input.campaign}' takes no calls`);
  }
  const known = await loadCall(input, ports);
  const { record, attempt } = known ?? (await takeIn(input, setting, ports));
  return tellIdentity(record, attempt, definitions, ports);
};

async function takeIn(input: Input, setting: InboundSetting, ports: Needs) {
  const campaign = campaignId(input.campaign);
  const phone = phoneOf(input, setting);
  return untilCommitted(`the call ${input.contact}`, async () => {
    const call = await incoming(input, phone, campaign, setting, ports);
    const change = takeCallIn(call.record, call);
    const committed = await ports.records.commit(change);
    if (committed === 'committed' && change.attempt !== undefined) {
      return { record: change.after, attempt: change.attempt.after };
    }
    // Connect may have asked twice: then the other one has taken the call in.
    return (await loadCall(input, ports)) ?? 'conflict';
  });
}

/** Empty when withheld, or when it is nothing that could be called. */
function phoneOf({ from }: Input, { country }: InboundSetting): string {
  const normalised = from === undefined ? undefined : normalisePhone(from, country);
  return normalised?.kind === 'ok' ? normalised.phone : '';
}

async function incoming(
  input: Input,
  phone: string,
  campaign: CampaignId,
  { times }: InboundSetting,
  { records, clock }: Needs,
): Promise<IncomingCall & { readonly record: ReturnType<typeof recordOfStranger> }> {
  const found = phone === '' ? [] : await records.lookUp(campaign, { by: 'phone', phone });
  const { identity, holder, gates } = identify(found, phone === '');
  const now = clock.now();
  const contact = contactId(input.contact);
  const { ivr, to } = input;
  const stranger = recordOfStranger(campaign, { contact, phone, now });
  const record = holder ?? stranger;
  const dialed = to === undefined ? {} : { to };
  return { contact, ivr, phone, ...dialed, identity, gates, times, now, record };
}

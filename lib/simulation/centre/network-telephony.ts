// The telephony port over the simulated network.

import type { DialRequest } from '../../application/ports/telephony.ts';
import { NOTHING } from '../../domain/calls/call-attributes.ts';
import { wayIn } from '../../domain/inbound/ivr-way.ts';
import type { AttemptId, RecordRef } from '../../domain/model/ids.ts';
import { attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import type { TelephoneNetwork } from '../memory/telephony.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';
import type { IncomingCalls } from './incoming-calls.ts';

/** What the flows know of a contact. */
type FlowContacts = Pick<IncomingCalls, 'attributesOf' | 'customerCall'>;

const NO_FLOWS: FlowContacts = { attributesOf: () => undefined, customerCall: () => undefined };

export function networkTelephony(
  network: PhoneNetwork,
  flows: FlowContacts = NO_FLOWS,
): TelephoneNetwork {
  const agentByArn = new Map(network.agents().map(({ arn, agent }) => [arn, agent]));
  return {
    async dial(request) {
      const agent = request.agentArn === undefined ? undefined : agentByArn.get(request.agentArn);
      const { attempt: token, phone, queue, ringFor, longestWait, priority } = request;
      // The network may detect machines anyway; a campaign that asks for detection always gets it.
      const detection = request.machineDetection && { machineDetection: true };
      const attributes = attributesOf(request);
      const contact = network.dial({
        token,
        phone,
        queue,
        ringFor,
        priority,
        attributes,
        ...detection,
        longestWait,
        agent,
      });
      return { kind: 'accepted', contact };
    },
    async dialSurvey({ attempt, ref, phone, ringFor }) {
      const attributes = { campaign: ref.campaign, record: ref.record, attempt, survey: 'yes' };
      const command = { token: `${attempt}-survey`, phone, queue: '', ringFor, priority: 5 };
      return { kind: 'accepted', contact: network.dial({ ...command, attributes }) };
    },
    describe: async (contact) => network.describe(contact),
    async attemptOf(contact) {
      const attributes = flows.attributesOf(contact) ?? network.commandOf(contact)?.attributes;
      return attributes && attemptFrom(attributes);
    },
    customerCall: async (contact) => flows.customerCall(contact),
    wayOf: async (contact) => wayIn(flows.attributesOf(contact) ?? {}),
  };
}

const attributesOf = ({ ref, attempt }: DialRequest) => ({
  campaign: ref.campaign,
  record: ref.record,
  attempt,
});

/** Whose call a contact is, from its attributes. */
export function attemptFrom(
  attributes: Readonly<Record<string, string>>,
): { readonly ref: RecordRef; readonly attempt: AttemptId } | undefined {
  const { campaign, record = NOTHING, attempt = NOTHING } = attributes;
  if (campaign === undefined || record === NOTHING || attempt === NOTHING) return undefined;
  const ref = { campaign: campaignId(campaign), record: recordId(record) };
  return { ref, attempt: attemptId(attempt) };
}

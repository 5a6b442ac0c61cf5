// The telephony port over the simulated network.

import type { DialRequest } from '../../application/ports/telephony.ts';
import type { AttemptId, RecordRef } from '../../domain/model/ids.ts';
import { attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import type { TelephoneNetwork } from '../memory/telephony.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';

export function networkTelephony(network: PhoneNetwork): TelephoneNetwork {
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
      const attributes = { campaign: ref.campaign, record: ref.record, attempt };
      const command = { token: `${attempt}-survey`, phone, queue: '', ringFor, priority: 5 };
      return { kind: 'accepted', contact: network.dial({ ...command, attributes }) };
    },
    describe: async (contact) => network.describe(contact),
    async attemptOf(contact) {
      const attributes = network.commandOf(contact)?.attributes;
      return attributes && attemptFrom(attributes);
    },
    // calls are not answered by flows here
    customerCall: async () => undefined,
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
  const { campaign, record, attempt } = attributes;
  if (campaign === undefined || record === undefined || attempt === undefined) return undefined;
  const ref = { campaign: campaignId(campaign), record: recordId(record) };
  return { ref, attempt: attemptId(attempt) };
}

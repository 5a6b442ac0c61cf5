// The telephony port over the simulated network.

import type { DialRequest } from '../../application/ports/telephony.ts';
import {
  type AttemptId,
  attemptId,
  campaignId,
  type RecordRef,
  recordId,
} from '../../domain/model/ids.ts';
import type { PhoneNetwork } from '../memory/telephony.ts';
import type { World } from '../world/world-contract.ts';

export function worldTelephony(world: World): PhoneNetwork {
  const agentByArn = new Map(world.agents().map(({ arn, agent }) => [arn, agent]));
  return {
    async dial(request) {
      const agent = request.agentArn === undefined ? undefined : agentByArn.get(request.agentArn);
      const { attempt: token, phone, queue, ringFor, longestWait, priority } = request;
      // A world may detect by itself; a campaign that asks for detection always gets it.
      const detection = request.machineDetection && { machineDetection: true };
      const attributes = attributesOf(request);
      const contact = world.dial({
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
      return { kind: 'accepted', contact: world.dial({ ...command, attributes }) };
    },
    describe: async (contact) => world.describe(contact),
    async attemptOf(contact) {
      const attributes = world.commandOf(contact)?.attributes;
      return attributes && ownerOf(attributes);
    },
    // nobody answers calls by a flow here
    customerCall: async () => undefined,
  };
}

const attributesOf = ({ ref, attempt }: DialRequest) => ({
  campaign: ref.campaign,
  record: ref.record,
  attempt,
});

/** Whose call a contact is, from its attributes. */
export function ownerOf(
  attributes: Readonly<Record<string, string>>,
): { readonly ref: RecordRef; readonly attempt: AttemptId } | undefined {
  const { campaign, record, attempt } = attributes;
  if (campaign === undefined || record === undefined || attempt === undefined) return undefined;
  const ref = { campaign: campaignId(campaign), record: recordId(record) };
  return { ref, attempt: attemptId(attempt) };
}

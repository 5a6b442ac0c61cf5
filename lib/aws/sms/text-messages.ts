// Text messages over AWS End User Messaging. Errors of SendTextMessage:
// docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
import { createHash } from 'node:crypto';
import {
  type ConflictException,
  type PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { DefinitionsSource } from '../../application/ports/definitions-source.ts';
import type { SmsSender } from '../../application/ports/message-sender.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Message } from '../../domain/model/message.ts';
import { sentOnce } from '../message-outcome.ts';
import { isNamed } from '../service-errors.ts';

const REJECTIONS = {
  ValidationException: 'invalid number or text',
  ConflictException: 'the recipient opted out or is blocked',
  ResourceNotFoundException: 'the sender does not exist',
};

/** @param client made with maxAttempts 1: a repeated request may send twice */
export function endUserMessagingSms(
  client: Pick<PinpointSMSVoiceV2Client, 'send'>,
  configurationSet: string,
  { definitions }: DefinitionsSource,
): SmsSender {
  return {
    async send(message) {
      const { content, campaign, record, id } = message;
      invariant(content.kind === 'sms', `message ${id} is no text message`);
      const sender = senderOf(message, content.from, definitions().centre.sms.numbers);
      if (!sender) return { kind: 'rejected', reason: 'no number to send from' };
      const command = new SendTextMessageCommand({
        DestinationPhoneNumber: content.to,
        OriginationIdentity: sender,
        MessageBody: content.text,
        MessageType: 'TRANSACTIONAL',
        ConfigurationSetName: configurationSet,
        Context: { campaign, record, message: id },
      });
      const send = async () => (await client.send(command)).MessageId;
      return sentOnce('SMS', REJECTIONS, send, isOptedOut);
    },
  };
}

const isOptedOut = (error: unknown): boolean =>
  isNamed<ConflictException>(error, 'ConflictException') &&
  error.Reason === 'DESTINATION_PHONE_NUMBER_OPTED_OUT';

/** "random" spreads messages over the own numbers; the same message always has the same one. */
function senderOf({ id }: Message, from: string, numbers: readonly string[]): string | undefined {
  if (from !== 'random') return from;
  const hash = createHash('sha256').update(id).digest().readUInt32BE();
  return numbers[hash % numbers.length];
}

// AWS End User Messaging: SendTextMessage, and what the account may send. Delivery events reach
// the default bus by themselves, best effort on AWS.
import { randomUUID } from 'node:crypto';
import { textSize } from '../../domain/messaging/text-size.ts';
import type { AccountFacts } from '../account/account-facts.ts';
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import type { EventBuses } from '../events/event-buses.ts';
import { type JsonAction, jsonService } from '../gateway/json-service.ts';
import type { Access, Service } from '../gateway/service.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { SimulatedTime } from '../time.ts';
import type { Outbox, TextMessage } from './outbox.ts';

export interface SmsParts {
  readonly location: AwsLocation;
  readonly account: Pick<AccountFacts, 'texts' | 'textSenders'>;
  readonly time: SimulatedTime;
  readonly outbox: Outbox;
  readonly buses: EventBuses;
  readonly configurationSets: ReadonlySet<string>;
}

export function smsService(parts: SmsParts): Service {
  return jsonService('sms-voice', 'json-1.0', {
    SendTextMessage: {
      access: (input) => access(parts.location, input),
      run: (input) => send(parts, input),
      units: (input) => textSize(String(input.MessageBody ?? '')).parts,
    },
    ...accountActions(parts.account),
  });
}

function accountActions({ texts, textSenders }: SmsParts['account']) {
  const read = (action: string, answer: JsonObject): JsonAction => ({
    access: () => [{ action: `sms-voice:${action}`, resource: '*' }],
    run: () => answer,
  });
  const tier = { Name: 'ACCOUNT_TIER', Value: texts.sandbox ? 'SANDBOX' : 'PRODUCTION' };
  const limit = { Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: texts.monthlySpend };
  const [numbers, names] = [true, false].map((wanted) =>
    textSenders.filter((sender) => sender.startsWith('+') === wanted),
  );
  return {
    DescribeAccountAttributes: read('DescribeAccountAttributes', { AccountAttributes: [tier] }),
    DescribeSpendLimits: read('DescribeSpendLimits', { SpendLimits: [limit] }),
    DescribePhoneNumbers: read('DescribePhoneNumbers', {
      PhoneNumbers: numbers?.map((PhoneNumber) => ({ PhoneNumber })) ?? [],
    }),
    DescribeSenderIds: read('DescribeSenderIds', {
      SenderIds: names?.map((SenderId) => ({ SenderId })) ?? [],
    }),
  };
}

/** The sender is a resource, and so is the configuration set. */
function access(location: AwsLocation, input: JsonObject): readonly Access[] {
  const action = 'sms-voice:SendTextMessage';
  const sender = String(input.OriginationIdentity ?? '');
  const set = input.ConfigurationSetName;
  const ofSet = arn(location, 'sms-voice', `configuration-set/${String(set)}`);
  return [
    {
      action,
      resource: senderArn(location, sender, countryOf(String(input.DestinationPhoneNumber))),
    },
    ...(set === undefined ? [] : [{ action, resource: ofSet }]),
  ];
}

function senderArn(location: AwsLocation, sender: string, country: string): string {
  if (sender.startsWith('arn:')) return sender;
  if (sender.startsWith('+'))
    return arn(location, 'sms-voice', `phone-number/phone-${sender.slice(1)}`);
  if (/^(phone|pool)-/.test(sender))
    return arn(
      location,
      'sms-voice',
      `${sender.startsWith('pool') ? 'pool' : 'phone-number'}/${sender}`,
    );
  return arn(location, 'sms-voice', `sender-id/${sender}/${country}`);
}

/** Country by calling code, as far as local runs need it. */
const COUNTRIES: readonly (readonly [prefix: string, country: string])[] = [
  ['+48', 'PL'],
  ['+420', 'CZ'],
  ['+421', 'SK'],
  ['+49', 'DE'],
  ['+43', 'AT'],
  ['+44', 'GB'],
  ['+1', 'US'],
];

function countryOf(number: string): string {
  return COUNTRIES.find(([prefix]) => number.startsWith(prefix))?.[1] ?? 'ZZ';
}

function send({ time, outbox, buses, configurationSets }: SmsParts, input: JsonObject): Json {
  const to = String(input.DestinationPhoneNumber ?? '');
  const text = String(input.MessageBody ?? '');
  if (!/^\+[1-9]\d{6,14}$/.test(to)) throw invalid('DestinationPhoneNumber is not in E.164');
  if (text.length === 0 || text.length > 1600) throw invalid('MessageBody has no valid length');
  const set = input.ConfigurationSetName;
  if (set !== undefined && !configurationSets.has(String(set)))
    throw new AwsError('ResourceNotFoundException', `no configuration set '${String(set)}'`);
  if (outbox.optedOut.has(to))
    throw new AwsError('ConflictException', 'the recipient opted out', 400, {
      Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT',
    });
  const message: TextMessage = {
    kind: 'sms',
    id: randomUUID(),
    at: time.now(),
    from: String(input.OriginationIdentity ?? 'local'),
    to,
    text,
    parts: textSize(text).parts,
    context: isObject(input.Context) ? (input.Context as Record<string, string>) : {},
    configurationSet: set === undefined ? undefined : String(set),
  };
  if (input.DryRun === true) return { MessageId: message.id };
  outbox.add(message);
  const fates = outbox.recipients.text(message);
  for (const [index, { eventType, after }] of fates.entries())
    time.after(after, () =>
      buses.putDefaultBusEvent({
        source: 'aws.sms-voice',
        detailType: 'Text Message Delivery Status Updated',
        detail: deliveryEvent(message, eventType, index === fates.length - 1, time.now()),
      }),
    );
  return { MessageId: message.id };
}

const invalid = (message: string) => new AwsError('ValidationException', message);

/** Source: End User Messaging User Guide, "Message event format". */
function deliveryEvent(
  message: TextMessage,
  eventType: string,
  isFinal: boolean,
  eventTimestamp: number,
): JsonObject {
  const status = eventType.replace(/^TEXT_/, '');
  return {
    eventType,
    eventVersion: '1.0',
    eventTimestamp,
    isFinal,
    originationPhoneNumber: message.from,
    destinationPhoneNumber: message.to,
    isoCountryCode: countryOf(message.to),
    messageId: message.id,
    messageRequestTimestamp: message.at,
    messageEncoding: textSize(message.text).encoding,
    messageType: 'TRANSACTIONAL',
    messageStatus: status,
    messageStatusDescription: `The message is ${status.toLowerCase().replaceAll('_', ' ')}`,
    context: message.context,
    totalMessageParts: message.parts,
    totalMessagePrice: 0,
    totalCarrierFee: 0,
  };
}

// Amazon SES v2: SendEmail with simple or inline-template content, the events a configuration set
// asks for, and what the account may send.
import { randomUUID } from 'node:crypto';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { AccountFacts } from '../account/account-facts.ts';
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import type { EventBuses } from '../events/event-buses.ts';
import { type RestAction, restService } from '../gateway/rest-service.ts';
import type { Access, Service } from '../gateway/service.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import type { SimulatedTime } from '../time.ts';
import type { Outbox, SentEmail } from './outbox.ts';
import { outcomeEvent, type SesEvent, sentEvent } from './ses-events.ts';

/** Configuration set → types of the events it puts on the default bus, e.g. DELIVERY. */
type EmailConfigurationSets = ReadonlyMap<string, ReadonlySet<string>>;

export interface SesParts {
  readonly location: AwsLocation;
  readonly account: Pick<AccountFacts, 'email' | 'verified'>;
  readonly time: SimulatedTime;
  readonly outbox: Outbox;
  readonly buses: EventBuses;
  readonly configurationSets: EmailConfigurationSets;
}

export function sesService(parts: SesParts): Service {
  return restService('ses', [
    {
      name: 'SendEmail',
      method: 'POST',
      path: '/v2/email/outbound-emails',
      access: (call) => access(parts.location, call.json()),
      run: (call) => send(parts, call.json()),
      // SES prices recipients.
      units: (call) => recipientsOf(readDestination(call.json())).length,
    },
    ...accountActions(parts),
  ]);
}

function accountActions({ location, account }: SesParts): readonly RestAction[] {
  const { email, verified } = account;
  return [
    {
      name: 'GetAccount',
      method: 'GET',
      path: '/v2/email/account',
      access: () => [{ action: 'ses:GetAccount', resource: '*' }],
      run: () => ({
        ProductionAccessEnabled: !email.sandbox,
        SendQuota: { MaxSendRate: email.perSecond },
      }),
    },
    {
      name: 'GetEmailIdentity',
      method: 'GET',
      path: '/v2/email/identities/{EmailIdentity}',
      access: (_, { EmailIdentity = '' }) => [
        {
          action: 'ses:GetEmailIdentity',
          resource: arn(location, 'ses', `identity/${EmailIdentity}`),
        },
      ],
      run: (_, { EmailIdentity = '' }) => {
        if (verified.includes(EmailIdentity)) return { VerifiedForSendingStatus: true };
        throw new AwsError('NotFoundException', `no identity '${EmailIdentity}'`, 404);
      },
    },
  ];
}

/** SES asks for the identity that was verified, which may be the address or its domain. */
function access(location: AwsLocation, input: JsonObject): readonly Access[] {
  const address = plainAddress(String(input.FromEmailAddress ?? ''));
  const identity = (name: string) => arn(location, 'ses', `identity/${name}`);
  const set = input.ConfigurationSetName;
  const facts = { 'ses:fromaddress': address };
  const action = 'ses:SendEmail';
  return [
    {
      action,
      resource: identity(address),
      alternatives: [identity(address.slice(address.indexOf('@') + 1))],
      facts,
    },
    ...(set === undefined
      ? []
      : [{ action, resource: arn(location, 'ses', `configuration-set/${String(set)}`), facts }]),
  ];
}

function plainAddress(text: string): string {
  return (/<([^>]+)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();
}

function send(parts: SesParts, input: JsonObject): Json {
  const email = readEmail(input, parts.time.now());
  const { configurationSet } = email;
  if (configurationSet !== undefined && !parts.configurationSets.has(configurationSet))
    throw new AwsError('NotFoundException', `no configuration set '${configurationSet}'`, 404);
  parts.outbox.add(email);
  const fate = parts.outbox.recipients.email(email);
  publishEvent(parts, email, sentEvent(), 0);
  publishEvent(parts, email, outcomeEvent(email, fate), fate.after);
  return { MessageId: email.id };
}

function publishEvent(
  { location, time, buses, configurationSets }: SesParts,
  email: SentEmail,
  event: SesEvent,
  after: number,
): void {
  const wanted = configurationSets.get(email.configurationSet ?? '');
  if (!wanted?.has(event.type)) return;
  const put = () =>
    buses.putDefaultBusEvent({
      source: 'aws.ses',
      detailType: event.detailType,
      resources: [arn(location, 'ses', `configuration-set/${email.configurationSet}`)],
      detail: event.detail(email, new Date(time.now()).toISOString()),
    });
  time.after(after, put);
}

function readEmail(input: JsonObject, at: number): SentEmail {
  const { subject, text, html, attachments, headers } = readContent(input.Content);
  const destination = readDestination(input);
  const count = recipientsOf(destination).length;
  if (count === 0 || count > 50)
    throw new AwsError('BadRequestException', 'a message takes 1 to 50 recipients');
  const set = input.ConfigurationSetName;
  return {
    kind: 'email',
    id: randomUUID(),
    at,
    from: String(input.FromEmailAddress ?? ''),
    ...destination,
    replyTo: texts(input.ReplyToAddresses),
    subject,
    text,
    html,
    attachments,
    headers,
    tags: readTags(input.EmailTags),
    configurationSet: set === undefined ? undefined : String(set),
  };
}

type Destination = Pick<SentEmail, 'to' | 'cc' | 'bcc'>;

function readDestination(input: JsonObject): Destination {
  const destination = isObject(input.Destination) ? input.Destination : {};
  return {
    to: texts(destination.ToAddresses),
    cc: texts(destination.CcAddresses),
    bcc: texts(destination.BccAddresses),
  };
}

const recipientsOf = ({ to, cc, bcc }: Destination) => [...to, ...cc, ...bcc];

function readContent(content: Json | undefined) {
  const simple = isObject(content) && isObject(content.Simple) ? content.Simple : undefined;
  if (!simple) {
    const kinds = isObject(content) ? Object.keys(content).join(', ') : 'nothing';
    throw new NotEmulated(`ses:SendEmail with content ${kinds}`);
  }
  const body = isObject(simple.Body) ? simple.Body : {};
  const files = isList(simple.Attachments) ? simple.Attachments : [];
  const headers = isList(simple.Headers) ? simple.Headers : [];
  return {
    headers: Object.fromEntries(
      headers.filter(isObject).map(({ Name, Value }) => [String(Name), String(Value)]),
    ),
    subject: data(simple.Subject) ?? '',
    text: data(body.Text),
    html: data(body.Html),
    attachments: files.filter(isObject).map(({ FileName, RawContent }) => ({
      name: String(FileName),
      content: Buffer.from(String(RawContent ?? ''), 'base64'),
    })),
  };
}

const data = (part: Json | undefined) => (isObject(part) ? String(part.Data ?? '') : undefined);
const texts = (value: Json | undefined) => (isList(value) ? value.map(String) : []);

function readTags(tags: Json | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (isList(tags) ? tags : [])
      .filter(isObject)
      .map(({ Name, Value }) => [String(Name), String(Value)]),
  );
}

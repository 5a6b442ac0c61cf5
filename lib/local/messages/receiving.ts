// E-mails that people send to a domain whose MX record points to SES. It stores them as the rules
// of the active rule set say, headers of its own on top; here the rule set of the assembly is
// active.
// Source: SES Developer Guide, "Email receiving concepts", "Receipt rules" and "Deliver to S3
// bucket action".
import { randomBytes } from 'node:crypto';
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import type { EventBuses } from '../events/event-buses.ts';
import type { Iam } from '../iam/iam.ts';
import type { Buckets } from '../s3/buckets.ts';
import { putByService } from '../s3/s3-service.ts';
import type { SimulatedTime } from '../time.ts';
import type { Outbox } from './outbox.ts';

/** A rule, as far as it stores what is sent to its recipients. */
export interface ReceiptRule {
  readonly ruleSet: string;
  readonly name: string;
  /** Addresses and domains; of everything verified when there are none. */
  readonly recipients: readonly string[];
  readonly bucket: string;
  readonly prefix: string;
  readonly isScanned: boolean;
}

interface Receiving {
  readonly location: AwsLocation;
  readonly time: SimulatedTime;
  readonly iam: Iam;
  readonly buckets: Buckets;
  readonly buses: EventBuses;
  readonly receiptRules: readonly ReceiptRule[];
  readonly outbox: Pick<Outbox, 'receive'>;
}

interface Incoming {
  /** Of the envelope. */
  readonly to: string;
  /** Of the envelope; empty for what must not be answered. */
  readonly from?: string;
  readonly raw: Uint8Array;
  /** What SES finds when it scans. */
  readonly spam?: 'PASS' | 'FAIL';
  readonly virus?: 'PASS' | 'FAIL';
}

/** The most SES takes. */
const LARGEST = 40 * 1024 * 1024;

/** @returns keys of what was stored; throws where SES would turn the e-mail away */
export async function receiveMail(cloud: Receiving, mail: Incoming): Promise<readonly string[]> {
  const { location, iam, receiptRules } = cloud;
  const to = mail.to.toLowerCase();
  const rules = receiptRules.filter(({ recipients }) =>
    recipients.some((one) => one === to || to.endsWith(`@${one}`)),
  );
  if (rules.length === 0)
    throw new AwsError('MailboxUnavailable', `550 no receipt rule for ${to}`, 550);
  if (mail.raw.length > LARGEST) throw new AwsError('TooLarge', '552 message too large', 552);
  cloud.outbox.receive(mail.raw.length);
  const keys: string[] = [];
  for (const rule of rules) {
    const id = randomBytes(20).toString('hex');
    const key = `${rule.prefix}${id}`;
    const name = `receipt-rule-set/${rule.ruleSet}:receipt-rule/${rule.name}`;
    const sourceArn = arn(location, 'ses', name);
    const ses = { kind: 'service', name: 'ses.amazonaws.com', sourceArn } as const;
    iam.authorize(ses, 's3:PutObject', `arn:aws:s3:::${rule.bucket}/${key}`);
    const body = Buffer.concat([Buffer.from(headersOf(cloud, rule, mail, id)), mail.raw]);
    await putByService(cloud, { bucket: rule.bucket, key, body });
    keys.push(key);
  }
  return keys;
}

/** Those that SES writes on top. */
function headersOf(
  { location, time }: Receiving,
  rule: ReceiptRule,
  { to, from, spam = 'PASS', virus = 'PASS' }: Incoming,
  id: string,
): string {
  const at = new Date(time.now()).toUTCString();
  const host = `inbound-smtp.${location.region}.amazonaws.com`;
  return [
    `Return-Path: <${from ?? ''}>`,
    'Received: from mail.example.org (mail.example.org [192.0.2.1])',
    ` by ${host} with SMTP id ${id}`,
    ` for ${to};`,
    ` ${at}`,
    ...(rule.isScanned ? [`X-SES-Spam-Verdict: ${spam}`, `X-SES-Virus-Verdict: ${virus}`] : []),
    '',
  ].join('\r\n');
}

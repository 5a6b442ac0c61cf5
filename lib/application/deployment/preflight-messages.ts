// Text messages and e-mails before a deployment: sandboxes, spend, senders. Asked only where a rule
// or an IVR may send something.

import { repliesDomains } from '../../domain/messaging/reply-address.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Account } from './account.ts';
import { type Planned, type PreflightRow, rowsFrom } from './preflight-row.ts';

export async function messageRows(
  { name, definitions }: Planned,
  account: Account,
): Promise<readonly PreflightRow[]> {
  const { mailboxes, sms } = definitions.centre;
  const sendsTexts = sms.numbers.length + sms.names.length > 0;
  const receives = repliesDomains(definitions);
  const sendsEmails = Object.keys(mailboxes).length > 0;
  const rows = await Promise.all([
    sendsTexts ? rowsFrom('Text messages', () => textRows(account)) : [],
    sendsTexts ? rowsFrom('Senders of text messages', () => senderRows(definitions, account)) : [],
    sendsEmails ? rowsFrom('E-mail', () => emailRows(definitions, account)) : [],
    sendsEmails ? rowsFrom('Mailboxes', () => mailboxRows(definitions, account)) : [],
    receives.length > 0
      ? rowsFrom('Answers to e-mails', () => receivingRows(receives, account))
      : [],
    receives.length > 0
      ? rowsFrom('Rules for answers', () => ruleRows(name, receives, account))
      : [],
  ]);
  return rows.flat();
}

async function textRows(account: Account): Promise<readonly PreflightRow[]> {
  const { sandbox, monthlySpend } = await account.texts();
  return [
    {
      what: 'Text messages',
      found: sandbox ? 'sandbox' : 'open',
      needed: 'open',
      verdict: sandbox ? 'stops' : 'ready',
      todo: sandbox
        ? 'leave the sandbox (AWS End User Messaging): only verified numbers receive anything'
        : undefined,
    },
    {
      what: 'Spend for text messages, a month',
      found: `${monthlySpend} USD`,
      needed: 'enough for the campaign',
      verdict: monthlySpend > 1 ? 'ready' : 'limits',
      todo:
        monthlySpend > 1 ? undefined : 'ask for a higher limit (AWS End User Messaging, Support)',
    },
  ];
}

async function senderRows(
  { centre: { sms } }: Definitions,
  account: Account,
): Promise<readonly PreflightRow[]> {
  const known = await account.textSenders();
  return [...sms.numbers, ...sms.names].map((sender) => {
    const there = known.has(sender);
    return {
      what: `Sender ${sender}`,
      found: there ? 'there' : 'not there',
      needed: 'in this account and region',
      verdict: there ? 'ready' : 'stops',
      todo: there ? undefined : 'lease or register it (AWS End User Messaging)',
    };
  });
}

async function emailRows(
  { centre }: Definitions,
  account: Account,
): Promise<readonly PreflightRow[]> {
  const { sandbox, perSecond } = await account.email();
  const wanted = centre.email.recipientsPerSecond;
  const slow = perSecond < wanted;
  return [
    {
      what: 'E-mail',
      found: sandbox ? 'sandbox' : 'open',
      needed: 'open',
      verdict: sandbox ? 'stops' : 'ready',
      todo: sandbox
        ? 'leave the sandbox (SES): only verified addresses receive anything'
        : undefined,
    },
    {
      what: 'E-mails, each second',
      found: String(perSecond),
      needed: String(wanted),
      verdict: slow ? 'limits' : 'ready',
      todo: slow ? 'write the allowed rate as email.recipientsPerSecond' : undefined,
    },
  ];
}

async function mailboxRows(
  { centre }: Definitions,
  account: Account,
): Promise<readonly PreflightRow[]> {
  const addresses = Object.values(centre.mailboxes).map(({ address }) => address);
  const domain = (address: string) => address.slice(address.indexOf('@') + 1);
  const verified = await account.verified([
    ...new Set(addresses.flatMap((address) => [address, domain(address)])),
  ]);
  return Object.entries(centre.mailboxes).map(([id, { address }]) => {
    const ready = verified.has(address) || verified.has(domain(address));
    return {
      what: `Mailbox '${id}'`,
      found: ready ? 'verified' : 'not verified',
      needed: 'verified',
      verdict: ready ? 'ready' : 'stops',
      todo: ready ? undefined : `verify ${address} or its domain in SES`,
    };
  });
}

/**
 * Where SES receives, as its documentation said in 2025; it may by now in more regions.
 * docs.aws.amazon.com/general/latest/gr/ses.html, "Email receiving endpoints"
 */
const RECEIVES: readonly string[] = [
  ...['us-east-1', 'us-east-2', 'us-west-2', 'ca-central-1'],
  ...['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2'],
  ...['ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2'],
];

async function receivingRows(
  domains: readonly string[],
  account: Account,
): Promise<readonly PreflightRow[]> {
  const region = await account.region();
  const host = `inbound-smtp.${region}.amazonaws.com`;
  const verified = await account.verified(domains);
  const known = RECEIVES.includes(region);
  return [
    {
      what: 'Answers to e-mails',
      found: known ? `SES receives in ${region}` : `whether SES receives in ${region} is not known`,
      needed: known ? '' : 'a region where it does',
      verdict: known ? 'ready' : 'unknown',
      todo: known ? undefined : `look for ${host} in the AWS General Reference`,
    },
    ...domains.map((domain): PreflightRow => {
      const ready = verified.has(domain);
      return {
        what: `Domain ${domain}`,
        found: ready ? 'verified' : 'not verified',
        needed: 'verified, with an MX record',
        verdict: ready ? 'ready' : 'limits',
        todo: ready ? undefined : `verify it in SES; its DNS needs "MX 10 ${host}"`,
      };
    }),
  ];
}

/** Only a person makes a rule set the active one, and only after the deployment has made it. */
async function ruleRows(
  name: string,
  domains: readonly string[],
  account: Account,
): Promise<readonly PreflightRow[]> {
  const { ruleSet, recipients } = await account.receiving();
  const missing = domains.filter((domain) => !recipients.has(domain));
  const ready = ruleSet !== undefined && missing.length === 0;
  const activate = `once it is deployed: aws ses set-active-receipt-rule-set --rule-set-name ${name}`;
  const isOthers = ruleSet !== undefined && ruleSet !== name;
  const copied = isOthers
    ? `copy the rules of '${ruleSet}' into it first, or ours into that; `
    : '';
  return [
    {
      what: 'Rules for answers',
      found: ruleSet === undefined ? 'none are active' : `'${ruleSet}' is active`,
      needed: `rules for ${missing.join(', ')}`,
      verdict: ready ? 'ready' : 'limits',
      todo: ready ? undefined : `${copied}${activate}`,
    },
  ];
}

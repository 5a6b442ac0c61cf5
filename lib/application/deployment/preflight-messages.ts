// Text messages and e-mails before a deployment: sandboxes, spend, senders. Asked only where a rule
// or an IVR may send something.
import type { Definitions } from '../../language/definitions.ts';
import type { Account } from './account.ts';
import { type Planned, type PreflightRow, rowsFrom } from './preflight-row.ts';

export async function messageRows(
  { definitions }: Planned,
  account: Account,
): Promise<readonly PreflightRow[]> {
  const { mailboxes, sms } = definitions.centre;
  const sendsTexts = sms.numbers.length + sms.names.length > 0;
  const sendsEmails = Object.keys(mailboxes).length > 0;
  const rows = await Promise.all([
    sendsTexts ? rowsFrom('Text messages', () => textRows(account)) : [],
    sendsTexts ? rowsFrom('Senders of text messages', () => senderRows(definitions, account)) : [],
    sendsEmails ? rowsFrom('E-mail', () => emailRows(definitions, account)) : [],
    sendsEmails ? rowsFrom('Mailboxes', () => mailboxRows(definitions, account)) : [],
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

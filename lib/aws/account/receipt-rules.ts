// For whom SES receives. Only its first API tells, in XML; one question does not ask for a client
// of its own.
import type { Account } from '../../application/deployment/account.ts';
import { type AwsSettings, askSigned } from './ask-signed.ts';

export type AskReceiving = Account['receiving'];

/** Names what SES refuses with. */
class SesRefusal extends Error {}

const BODY = 'Action=DescribeActiveReceiptRuleSet&Version=2010-12-01';

export function receiptRules(settings: AwsSettings, ask: typeof fetch = fetch): AskReceiving {
  return async () => {
    const answer = await askSigned(
      settings,
      {
        service: 'ses',
        host: 'email',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: BODY,
      },
      ask,
    );
    const text = await answer.text();
    if (!answer.ok) {
      const refusal = new SesRefusal(within(text, 'Message')[0] ?? `SES answers ${answer.status}`);
      refusal.name = within(text, 'Code')[0] ?? 'SesRefusal';
      throw refusal;
    }
    const [ruleSet] = within(within(text, 'Metadata')[0] ?? '', 'Name');
    const recipients = within(text, 'Recipients').flatMap((each) => within(each, 'member'));
    return { ruleSet, recipients: new Set(recipients) };
  };
}

/** Texts of the elements of that name, which are never within each other. */
const within = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, text = '']) => text);

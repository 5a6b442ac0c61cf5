// centre.yaml: who we are, and what we call and write from.
import { NUMBERS_AT_ONCE } from '../../../compiler/checks/centre/number-needs-papers.ts';
import { countryName } from '../answers.ts';
import type { CentrePlan } from '../plan.ts';
import { indented, linesOf, scalar } from '../yaml.ts';

const NUMBER_FOR_OTHERS = 'GB';

/** Of the North American plan: there a text message comes from a number, not from a name. */
const WITHOUT_SENDER_NAMES: readonly string[] = ['US', 'CA'];
/** Kept for fiction. */
const SENDER_NUMBERS: Readonly<Record<string, string>> = { US: '+12125550199', CA: '+14165550199' };

export const canClaim = (country: string): boolean => NUMBERS_AT_ONCE.includes(country);

export const LANGUAGE_IDS = { en: 'english', pl: 'polish', cs: 'czech' } as const;

export const mailboxAddress = ({ plainName }: CentrePlan): string =>
  `office@${plainName.toLowerCase().replaceAll(' ', '-')}.example`;

export function centreFile(plan: CentrePlan): string {
  return linesOf(
    `name: ${scalar(plan.name)}`,
    `country: ${plan.country} # of telephone numbers written without a country code`,
    `timeZone: ${plan.timeZone}`,
    `languages: [${plan.languages.join(', ')}] # the first is the default`,
    '',
    ownNumbers(plan),
    plan.channels.has('sms') ? senders(plan) : undefined,
    plan.channels.has('email') ? mailboxes(plan) : undefined,
    '',
    '# The dialer asks every five seconds what agents do, which costs nothing while nobody dials.',
    '# With `stream` it is told within a second, for 13 USD a month.',
    'connect:',
    '  agentEvents: polled',
  );
}

function ownNumbers({ country, channels, otherLanguages }: CentrePlan): string {
  const own = canClaim(country);
  const claim = `claim: { country: ${own ? country : NUMBER_FOR_OTHERS}, type: DID }`;
  const lines = channels.has('inbound') ? otherLanguages.map((one) => LANGUAGE_IDS[one]) : [];
  return linesOf(
    own
      ? undefined
      : linesOf(
          '# British, because AWS assigns British numbers at once. For a number in',
          `# ${countryName(country)} it may ask for documents about your company first.`,
        ).trimEnd(),
    'numbers:',
    ...['main', ...lines].map((id) => indented(2, `${id}:`, `  ${claim}`)),
  ).trimEnd();
}

const senders = (plan: CentrePlan): string =>
  linesOf(
    '',
    '# To be registered in AWS End User Messaging, which takes weeks in some countries.',
    'sms:',
    `  ${textSender(plan).isNumber ? 'numbers' : 'names'}: [${quoted(textSender(plan))}]`,
  ).trimEnd();

const mailboxes = (plan: CentrePlan): string =>
  linesOf(
    '',
    '# To be verified in Amazon SES, the address or its domain.',
    'mailboxes:',
    '  office:',
    `    address: ${mailboxAddress(plan)}`,
    `    name: ${scalar(plan.name)}`,
  ).trimEnd();

interface TextSender {
  readonly sender: string;
  readonly isNumber: boolean;
}

const SENDER = /^(?=.*[A-Z])[A-Z0-9]{3,11}$/;
const LONGEST_SENDER = 11;

function textSender({ country, plainName }: CentrePlan): TextSender {
  const number = SENDER_NUMBERS[country];
  if (WITHOUT_SENDER_NAMES.includes(country) && number !== undefined)
    return { sender: number, isNumber: true };
  const name = plainName.replaceAll(' ', '').toUpperCase().slice(0, LONGEST_SENDER);
  return { sender: SENDER.test(name) ? name : 'CENTRE', isNumber: false };
}

const quoted = ({ sender, isNumber }: TextSender): string =>
  isNumber ? `"${sender}"` : scalar(sender);

/** As rules name the sender. */
export const senderOf = (plan: CentrePlan): string => quoted(textSender(plan));

// README.md of a new centre: what is in it, what to run next, what a deployment needs first.
import { countryName } from '../answers.ts';
import type { CentrePlan } from '../plan.ts';
import { linesOf } from '../yaml.ts';
import { canClaim, LANGUAGE_IDS, mailboxAddress } from './centre-file.ts';
import { CENTRE } from './repository-files.ts';

/** Commands to copy, each with what it does. */
export function nextCommands(
  { channels }: Pick<CentrePlan, 'channels'>,
  path: string,
): readonly (readonly [command: string, does: string])[] {
  return [
    [`npx ringback check ${path}`, 'every mistake with file and line'],
    [`npx ringback test ${path}`, 'the tests of what the centre does'],
    [`npx ringback simulate ${path}`, 'a dry run: calls, agents, cost'],
    [`npx ringback start --folder ${path}`, 'the centre on this machine, with a live view'],
    ...(channels.has('inbound')
      ? [[`npx ringback call ${path} main`, 'call in and hear what callers hear'] as const]
      : []),
  ];
}

export function commandLines(commands: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...commands.map(([command]) => command.length));
  return commands.map(([command, does]) => `${command.padEnd(width)}  # ${does}`);
}

/** @param path of the folder, as commands name it */
export const readmeFile = (plan: CentrePlan, path: string): string =>
  linesOf(
    ...introduction(plan),
    '',
    'In the folder in which Ringback is installed:',
    '',
    ...triedAndExplained(plan, path, filesTable(plan)),
    '',
    ...deploying(plan, [
      [`npx ringback preflight ${path}`, 'what your AWS account lacks'],
      [`npx cdk deploy --all -c folder=${path}`, 'deploys it'],
    ]),
  );

/** Of a repository that has the centre in a folder. */
export const repositoryReadme = (plan: CentrePlan): string =>
  linesOf(
    ...introduction(plan),
    '',
    'After `npm install`:',
    '',
    ...triedAndExplained(plan, CENTRE, [
      ...filesTable(plan).map(([file, says]) => [inCentre(file), says] as const),
      ['package.json', 'the version of Ringback, and the scripts `start`, `test`, `deploy`'],
      ['cdk.json', 'what is deployed: the folder, and the name before everything that is made'],
      ['.github/workflows/centre.yml', 'checks and tests every change'],
    ]),
    '',
    ...deploying(plan, [
      ['npx ringback preflight', 'what your AWS account lacks'],
      ['npx cdk bootstrap', 'once for each account and region'],
      ['npx cdk deploy --all -c alarmsTo=you@example.com', 'deploys it'],
    ]),
  );

const inCentre = (files: string): string =>
  files
    .split(', ')
    .map((file) => `${CENTRE}/${file}`)
    .join(', ');

const introduction = (plan: CentrePlan) => [
  `# ${plan.name}`,
  '',
  'A contact centre for Ringback. It calls people who asked for an offer. Those who do not answer are called',
  `three times on three days${whatIsSent(plan)}.`,
  whoCallsIn(plan),
];

const triedAndExplained = (
  plan: CentrePlan,
  path: string,
  files: readonly (readonly [file: string, says: string])[],
) => [
  '```sh',
  ...commandLines(nextCommands(plan, path)),
  '```',
  '',
  'None of these makes a real call: people and telephones are simulated.',
  '',
  '## The files',
  '',
  '| file | what it says |',
  '|---|---|',
  ...files.map(([file, says]) => `| \`${file}\` | ${says} |`),
];

const deploying = (
  plan: CentrePlan,
  commands: readonly (readonly [command: string, does: string])[],
) => [
  '## Deploying',
  '',
  ...beforeDeploying(plan).map((point) => `- ${point}`),
  '',
  '```sh',
  ...commandLines(commands),
  '```',
  '',
  'The campaign is off after that. Import your contacts and switch it on: see `docs/deploying.md` of Ringback.',
];

function whatIsSent({ channels }: CentrePlan): string {
  const sent = [
    ...(channels.has('sms') ? ['a text message after the second time'] : []),
    ...(channels.has('email') ? ['an e-mail after the third'] : []),
  ];
  return sent.length === 0 ? '' : `, with ${sent.join(' and ')}`;
}

function whoCallsIn({ channels, otherLanguages }: CentrePlan): string | undefined {
  if (!channels.has('inbound')) return undefined;
  const how = otherLanguages.length === 0 ? '' : ', each language on a number of its own';
  return `People may call in as well${how}; whoever does not want to wait is called back.`;
}

function filesTable(plan: CentrePlan): readonly (readonly [string, string])[] {
  const takesCalls = plan.channels.has('inbound');
  const lines = takesCalls ? plan.otherLanguages.map((one) => LANGUAGE_IDS[one]) : [];
  return [
    ['centre.yaml', 'name, time zone, languages, telephone numbers and senders'],
    ['hours.yaml', 'when agents are at work'],
    ['groups.yaml, queues.yaml', 'who they are, and what they work on'],
    ['campaigns/enquiries.yaml', 'who is called, and how a conversation can end'],
    ...lines.map((id) => [`campaigns/line-${id}.yaml`, `the line in ${upper(id)}`] as const),
    ['rules/try-again.yaml', 'what follows a call that reached nobody'],
    ...(takesCalls ? [['ivrs/', 'what callers hear'] as const] : []),
    [
      takesCalls ? 'rules/*.test.yaml, ivrs/*.test.yaml' : 'rules/try-again.test.yaml',
      'tests: what is expected of them',
    ],
    ['contacts.csv', 'twenty invented people to call'],
  ];
}

const upper = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** What no file can bring about. */
function beforeDeploying(plan: CentrePlan): readonly string[] {
  const { country, channels, numbers } = plan;
  const name = countryName(country);
  return [
    numbers.reserved
      ? 'The numbers in `contacts.csv` are reserved for fiction and ring nowhere: import a list of your own.'
      : `${name} has no numbers that are reserved for fiction, as far as we know. Those in \`contacts.csv\` may be somebody's: never import them into a deployment, but a list of your own.`,
    canClaim(country)
      ? 'AWS assigns the telephone number of `centre.yaml` at deployment.'
      : `AWS assigns the British number of \`centre.yaml\` at once. For one in ${name} it may ask for documents about your company: open a support case early, then write its \`number\` and \`arn\` instead of \`claim\`.`,
    'Create the agents of `groups.yaml` in Amazon Connect, with the routing profile `team`.',
    ...(channels.has('sms')
      ? ['Register the sender of `sms` in AWS End User Messaging, or enter one you already have.']
      : []),
    ...(channels.has('email')
      ? [
          `Replace ${mailboxAddress(plan)} with an address of yours, and verify it or its domain in Amazon SES.`,
        ]
      : []),
  ];
}

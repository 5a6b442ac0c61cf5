// The command: a table of sub-commands, each loaded only when it is used.

import packageJson from '../../package.json' with { type: 'json' };
import { own } from '../language/dictionary.ts';
import { nearest } from '../language/nearest.ts';
import type { Command, Io } from './command.ts';
import { orInOneLine } from './failures.ts';
import { reflowHelp } from './terminal/reflow-help.ts';

interface Entry {
  readonly does: string;
  readonly load: () => Promise<{ readonly run: Command; readonly help: string }>;
  /** Where the command itself takes long to load. */
  readonly help?: () => Promise<string>;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  init: {
    does: 'makes a small contact centre of your own',
    load: () => import('./init.ts').then((it) => ({ run: it.init, help: it.HELP })),
    help: () => import('./init/options.ts').then((it) => it.HELP),
  },
  start: {
    does: 'runs a campaign on the local cloud, with a live view',
    load: () => import('./start.ts').then((it) => ({ run: it.start, help: it.HELP })),
    help: () => import('./start/options.ts').then((it) => it.HELP),
  },
  dev: {
    does: 'runs a centre and takes over what you change in its folder',
    load: () => import('./dev.ts').then((it) => ({ run: it.dev, help: it.HELP })),
    help: () => import('./dev/options.ts').then((it) => it.HELP),
  },
  simulate: {
    does: 'dry run: what a campaign would do with a list, before any call is made',
    load: () => import('./simulate.ts').then((it) => ({ run: it.simulate, help: it.HELP })),
    help: () => import('./simulate/options.ts').then((it) => it.HELP),
  },
  contacts: {
    does: 'shows what importing a contact file would do',
    load: () => import('./contacts.ts').then((it) => ({ run: it.contactsCommand, help: it.HELP })),
  },
  why: {
    does: 'explains why a record was called, or was not',
    load: () => import('./why.ts').then((it) => ({ run: it.why, help: it.HELP })),
  },
  campaign: {
    does: 'shows campaigns of the local run or a deployment, switches them on and off',
    load: () => import('./campaign.ts').then((it) => ({ run: it.campaign, help: it.HELP })),
  },
  report: {
    does: 'lists contacts, recalls and recordings, counts by campaign, agent and day',
    load: () => import('./report.ts').then((it) => ({ run: it.report, help: it.HELP })),
  },
  imports: {
    does: 'hands contact files over to a campaign and shows what becomes of them',
    load: () => import('./imports.ts').then((it) => ({ run: it.imports, help: it.HELP })),
  },
  api: {
    does: 'asks any operation of the API, of the local run or a deployment',
    load: () => import('./api-operation.ts').then((it) => ({ run: it.api, help: it.HELP })),
  },
  token: {
    does: 'prints a token for the API of the local run',
    load: () => import('./token.ts').then((it) => ({ run: it.token, help: it.HELP })),
  },
  records: {
    does: 'lists and adds records, puts them back into the list, closes or reserves them',
    load: () => import('./records.ts').then((it) => ({ run: it.changeRecords, help: it.HELP })),
  },
  pacing: {
    does: 'shows what the predictive dialer has learned and how it paces calls',
    load: () => import('./pacing.ts').then((it) => ({ run: it.pacing, help: it.HELP })),
  },
  check: {
    does: 'checks the definitions and lists every error',
    load: () => import('./check.ts').then((it) => ({ run: it.check, help: it.HELP })),
  },
  preflight: {
    does: 'asks the AWS account what would stop a deployment',
    load: () =>
      import('./preflight.ts').then((it) => ({
        run: it.preflightCommand,
        help: it.HELP,
      })),
  },
  flows: {
    does: 'lists why Amazon Connect would reject a flow',
    load: () => import('./flows.ts').then((it) => ({ run: it.flows, help: it.HELP })),
  },
  test: {
    does: 'runs the tests of the callback rules and IVRs',
    load: () => import('./test.ts').then((it) => ({ run: it.test, help: it.HELP })),
  },
  call: {
    does: 'calls a number of the centre in the terminal',
    load: () => import('./call.ts').then((it) => ({ run: it.call, help: it.HELP })),
    help: () => import('./call/options.ts').then((it) => it.HELP),
  },
};

export async function ringback(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(overview());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    io.out(`ringback ${packageJson.version} (Node ${process.versions.node})`);
    return 0;
  }
  const entry = own(COMMANDS, name);
  if (!entry) {
    const what = name.startsWith('-') ? 'option' : 'command';
    const near = nearest(name, [...Object.keys(COMMANDS), '--help', '--version']);
    io.err(`there is no ${what} '${name}'${near ? `; did you mean '${near}'?` : ''}`);
    io.err('For help: npx ringback --help');
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    const help = (await entry.help?.()) ?? (await entry.load()).help;
    io.out(reflowHelp(help, io.columns));
    return 0;
  }
  const { run } = await entry.load();
  return orInOneLine(() => run(rest, io), io);
}

function overview(): string {
  const names = Object.entries(COMMANDS);
  const width = Math.max(...names.map(([name]) => name.length));
  return [
    'ringback <command> [arguments]',
    '',
    ...names.map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`),
    '',
    'ringback <command> --help describes a command, ringback --version says which version this is.',
  ].join('\n');
}

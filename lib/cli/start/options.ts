// The options of `ringback start`, read, or rejected with a clear message.

import { orWrong, parsed } from '../arguments.ts';
import { DEFAULT_FOLDER } from '../default-folder.ts';
import { instantAt } from '../local-moment.ts';
import { type Wrong, wholeNumber } from '../option-values.ts';

export interface StartOptions {
  readonly folder: string;
  readonly contacts: string | undefined;
  readonly campaign: string | undefined;
  /** undefined: those of the definitions. */
  readonly agents: number | undefined;
  /** It decides about every call: simulated time stands while anything is in flight. */
  readonly seed: string;
  /** Simulated seconds per real second. */
  readonly speed: number;
  /** Local date and time of the centre, YYYY-MM-DDTHH:MM. */
  readonly from: string;
  /** Simulated days after which the run ends in any case. */
  readonly days: number | undefined;
  /** A file that says how people behave; undefined: that of the folder. */
  readonly behaviour: string | undefined;
  /** Inbound calls per hour; undefined: the default, if the campaign takes calls. */
  readonly callers: number | undefined;
  readonly json: boolean;
  /** The centre goes on after the campaign. */
  readonly stay: boolean;
  /** A line now and then instead of a live view, on a terminal too. */
  readonly plain?: boolean;
}

export const HELP = `ringback start [options]        (npm start -- [options])

Runs a campaign on the local cloud: synthesises the templates, starts the cloud, imports the contacts and calls
simulated people. Nothing leaves this machine and no real calls are made.

  --folder <path>     the contact centre                      (${DEFAULT_FOLDER})
  --campaign <id>     which campaign                          (the first that places calls, otherwise the first that takes them)
  --contacts <csv>    the people to call                      (<folder>/contacts/<campaign>.csv, or <folder>/contacts.csv; not needed if the campaign only takes calls)
  --agents <n>        how many agents work                    (those of the folder)
  --callers <n>       inbound calls per hour                  (20 if the campaign takes calls; 0: none)
  --behaviour <yaml>  how the simulated people behave         (<folder>/behaviour.yaml, or industry averages)
  --seed <text>       the same seed, the same run to the call (1)
  --speed <n>         simulated seconds per real second       (as fast as this machine can)
  --from <moment>     when it begins, in the centre's time    (2026-03-02T08:00)
  --days <n>          stops after so many simulated days      (14; 1 if people call in)
  --stay              keeps the centre running after the campaign, until Ctrl-C
  --json              prints one JSON object at the end and nothing else`;

/** What holds where an option is not given. */
export const START_DEFAULTS = {
  folder: DEFAULT_FOLDER,
  seed: '1',
  from: '2026-03-02T08:00',
} as const;

const OPTIONS = {
  folder: { type: 'string', default: START_DEFAULTS.folder },
  contacts: { type: 'string' },
  campaign: { type: 'string' },
  agents: { type: 'string' },
  callers: { type: 'string' },
  behaviour: { type: 'string' },
  seed: { type: 'string', default: START_DEFAULTS.seed },
  speed: { type: 'string' },
  from: { type: 'string', default: START_DEFAULTS.from },
  days: { type: 'string' },
  json: { type: 'boolean', default: false },
  stay: { type: 'boolean', default: false },
} as const;

export const readStartOptions = (args: readonly string[]): StartOptions | Wrong =>
  orWrong(() => {
    const { values, positionals } = parsed(args, OPTIONS);
    const [stray] = positionals;
    if (stray !== undefined)
      return { wrong: `'${stray}' belongs to no option; name a folder with --folder ${stray}` };
    if (instantAt(values.from, 'UTC') === undefined)
      return {
        wrong: `--from takes a local date and time such as 2026-03-02T08:00, not '${values.from}'`,
      };
    return {
      folder: values.folder,
      contacts: values.contacts,
      campaign: values.campaign,
      behaviour: values.behaviour,
      seed: values.seed,
      from: values.from,
      json: values.json,
      stay: values.stay,
      agents:
        values.agents === undefined ? undefined : wholeNumber('--agents', values.agents, 1, 500),
      callers:
        values.callers === undefined
          ? undefined
          : wholeNumber('--callers', values.callers, 0, 2000),
      days: values.days === undefined ? undefined : wholeNumber('--days', values.days, 1, 366),
      speed:
        values.speed === undefined
          ? Number.POSITIVE_INFINITY
          : wholeNumber('--speed', values.speed, 1, 1_000_000),
    };
  });

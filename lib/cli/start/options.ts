// The options of `ringback start`, read and refused in words a person understands.
import { parseArgs } from 'node:util';
import { instantAt } from './local-moment.ts';

export interface StartOptions {
  readonly folder: string;
  readonly contacts: string | undefined;
  readonly campaign: string | undefined;
  /** undefined: those of the definitions. */
  readonly agents: number | undefined;
  readonly seed: string;
  /** Simulated seconds per real second. */
  readonly speed: number;
  /** Local date and time of the centre, YYYY-MM-DDTHH:MM. */
  readonly from: string;
  /** Simulated days after which the run ends in any case. */
  readonly days: number | undefined;
  /** Calls that come in per hour; undefined: as many as usual, where the campaign takes calls. */
  readonly callers: number | undefined;
  readonly json: boolean;
}

export const DEFAULT_FOLDER = 'examples/clinic-recall';

export const HELP = `ringback start [options]        (npm start -- [options])

Runs a campaign on the embedded local cloud: synthesises the templates, starts the cloud, imports the contacts and
lets simulated people answer. Nothing leaves this machine, nobody is called.

  --folder <path>     the contact centre                      (${DEFAULT_FOLDER})
  --campaign <id>     which campaign                          (the first that places calls, or else takes them)
  --contacts <csv>    the people to call                      (<folder>/contacts.csv; where only calls are taken, none needed)
  --agents <n>        how many agents work                    (those of the folder)
  --callers <n>       calls that come in, per hour            (20, where the campaign takes calls; 0: none)
  --seed <text>       the same seed, the same people          (1)
  --speed <n>         simulated seconds per real second       (as fast as this machine can)
  --from <moment>     when it begins, the centre's time       (2026-03-02T08:00)
  --days <n>          stops after so many simulated days      (14; 1 while people call in)
  --json              prints one JSON object at the end and nothing else`;

/** What a caller got wrong, in a sentence. */
export interface Wrong {
  readonly wrong: string;
}

export function readOptions(args: readonly string[]): StartOptions | Wrong {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        folder: { type: 'string', default: DEFAULT_FOLDER },
        contacts: { type: 'string' },
        campaign: { type: 'string' },
        agents: { type: 'string' },
        callers: { type: 'string' },
        seed: { type: 'string', default: '1' },
        speed: { type: 'string' },
        from: { type: 'string', default: '2026-03-02T08:00' },
        days: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    if (instantAt(values.from, 'UTC') === undefined)
      return {
        wrong: `--from takes a local date and time such as 2026-03-02T08:00, not '${values.from}'`,
      };
    return {
      folder: values.folder,
      contacts: values.contacts,
      campaign: values.campaign,
      seed: values.seed,
      from: values.from,
      json: values.json,
      agents: values.agents === undefined ? undefined : whole('--agents', values.agents, 1, 500),
      callers:
        values.callers === undefined ? undefined : whole('--callers', values.callers, 0, 2000),
      days: values.days === undefined ? undefined : whole('--days', values.days, 1, 366),
      speed:
        values.speed === undefined
          ? Number.POSITIVE_INFINITY
          : whole('--speed', values.speed, 1, 1_000_000),
    };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

function whole(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`${option} takes a whole number from ${least} to ${most}, not '${text}'`);
  return value;
}

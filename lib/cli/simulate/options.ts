// The options of `ringback simulate`, read, or rejected with a clear message.
import { orWrong, parsed } from '../arguments.ts';
import { OWN_FOLDER } from '../default-folder.ts';
import { instantAt } from '../local-moment.ts';
import { type Wrong, wholeNumber } from '../option-values.ts';
import { readVariants, type Variant } from './compare-option.ts';

export interface SimulateOptions {
  readonly folder: string;
  readonly campaign: string | undefined;
  /** Paths of lists, `<campaign>=` before those of one campaign. */
  readonly contacts: readonly string[];
  /** undefined: those of the folder. */
  readonly agents: number | undefined;
  /** Calls an hour that come in; undefined: the default. */
  readonly callers: number | undefined;
  /** Local date and time of the centre, YYYY-MM-DDTHH:MM. */
  readonly from: string;
  readonly days: number;
  readonly seed: string;
  readonly behaviour: string | undefined;
  readonly learnFrom: string | undefined;
  readonly prices: string | undefined;
  readonly variants: readonly Variant[];
  readonly json: boolean;
  readonly report: string | undefined;
}

export const HELP = `ringback simulate <folder> [options]

Dry run: runs the whole centre before a single call is made: all campaigns together, over their lists of contacts and with
the agents they share. The gates, callback rules, recalls, pacing and IVRs are those of the product, people and time are
simulated. Nothing leaves this machine.

  --campaign <id>      only this campaign                      (all that place or take calls)
  --contacts <csv>     the people to call; several times, as
                       <campaign>=<csv>, for several campaigns (<folder>/contacts/<campaign>.csv, or <folder>/contacts.csv)
  --agents <n>         how many agents work while their queue
                       is open                                 (those of the folder)
  --callers <n>        inbound calls per hour, in all          (20 if a campaign takes calls; 0: none)
  --from <moment>      when it begins: a day, or a day and
                       time, in the centre's time zone         (2026-03-02T08:00)
  --days <n>           stops after so many days                (10)
  --seed <text>        the same seed, the same figures         (1)
  --behaviour <yaml>   how the people behave                   (<folder>/behaviour.yaml, or industry averages)
  --learn-from <path>  learns behaviour from an earlier campaign instead: a folder that 'ringback start' wrote, such as
                       .ringback/last-run, or a file of journal entries or events, one JSON object per line
  --prices <yaml>      your prices, such as telephone minutes  (<folder>/prices.yaml, or only those of AWS)
  --compare <variants> runs variants side by side, as in
                         --compare a=agents:10,b=agents:14,mode:progressive
                       Each begins with its name and '='; settings are agents, mode (preview, progressive, predictive,
                       ratio), pickup (a share, for ratio), cap (a share up to 3%, for predictive) and rule (a rule's id).
                       Settings a variant does not name are as without --compare; 'now=' changes nothing. Where several
                       campaigns place calls, only agents can be compared; name one with --campaign for the others.
  --report <html>      writes a page with plots
  --json               prints one JSON object and nothing else

Ctrl-C prints the figures so far.`;

const OPTIONS = {
  campaign: { type: 'string' },
  contacts: { type: 'string', multiple: true },
  agents: { type: 'string' },
  callers: { type: 'string' },
  from: { type: 'string', default: '2026-03-02T08:00' },
  days: { type: 'string', default: '10' },
  seed: { type: 'string', default: '1' },
  behaviour: { type: 'string' },
  'learn-from': { type: 'string' },
  prices: { type: 'string' },
  compare: { type: 'string', multiple: true },
  report: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Dates with a time, or a day that begins at midnight. */
const DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/;
const MOST_AGENTS = 2000;

export const readSimulateOptions = (args: readonly string[]): SimulateOptions | Wrong =>
  orWrong(() => {
    const { values, positionals } = parsed(args, OPTIONS);
    const [folder = OWN_FOLDER, ...more] = positionals;
    if (folder === undefined) return { wrong: 'name the folder of a contact centre' };
    if (more.length > 0) return { wrong: `only one folder at a time; remove '${more[0]}'` };
    if (values.behaviour !== undefined && values['learn-from'] !== undefined)
      return { wrong: '--behaviour and --learn-from both define how people behave; use only one' };
    const compare = values.compare ?? [];
    const variants = compare.length === 0 ? [] : readVariants(compare.join(','));
    if ('wrong' in variants) return variants;
    return {
      folder,
      campaign: values.campaign,
      contacts: values.contacts ?? [],
      agents:
        values.agents === undefined
          ? undefined
          : wholeNumber('--agents', values.agents, 1, MOST_AGENTS),
      callers:
        values.callers === undefined
          ? undefined
          : wholeNumber('--callers', values.callers, 0, MOST_AGENTS),
      from: moment(values.from),
      days: wholeNumber('--days', values.days, 1, 366),
      seed: values.seed,
      behaviour: values.behaviour,
      learnFrom: values['learn-from'],
      prices: values.prices,
      variants,
      report: values.report,
      json: values.json,
    };
  });

function moment(text: string): string {
  const whole = DAY_ALONE.test(text) ? `${text}T00:00` : text;
  if (!MOMENT.test(whole) || instantAt(whole.replace(' ', 'T'), 'UTC') === undefined)
    throw new RangeError(
      `--from takes a day such as 2026-03-02, or a day and time such as 2026-03-02T08:00, not '${text}'`,
    );
  return whole.replace(' ', 'T');
}

// Suggestions after a run, as lines to copy: with the options of that run, so that they are about
// the same centre and the same people.
import { IS_PACKAGE } from '../installation.ts';
import { LAST_RUN } from '../last-run.ts';
import { START_DEFAULTS, type StartOptions } from './options.ts';

const USUAL_COLUMNS = 120;
const RECEPTION = 'examples/medika-reception';

interface Seen {
  readonly options: StartOptions;
  readonly campaign: string;
  readonly placesCalls: boolean;
  /** An own number that is answered. */
  readonly number?: string | undefined;
  readonly record?: string | undefined;
  /** Where the run is kept. */
  readonly folder: string;
}

type Flags = Readonly<Record<string, string | number | undefined>>;

/** @param columns of the terminal: where lines would be too long, commands have their own */
export function whatNext(seen: Seen, columns = USUAL_COLUMNS): string {
  const { options, campaign, placesCalls, number, record, folder: kept } = seen;
  const { folder } = options;
  const given = flagsOf(options);
  const again = (more: Flags) => `npm start -- ${words({ ...given, ...more })}`;
  const { campaign: named, contacts, agents, from, days, seed } = given;
  const dry = words({ campaign: named, contacts, agents, from, days, seed });
  const lines: readonly (readonly [string, string] | undefined)[] = [
    [
      `npx ringback why ${campaign}${record ? ` ${record}` : ''}${kept === LAST_RUN ? '' : ` --run ${kept}`}`,
      'what happened to this record, and why',
    ],
    [again(another(options)), 'other people, another day'],
    number === undefined
      ? receptionOf(IS_PACKAGE)
      : [again({ callers: 3 * (options.callers || 20) }), 'more people call in'],
    number === undefined
      ? undefined
      : [`npx ringback call ${folder} ${number}`, 'call in and hear what callers hear'],
    placesCalls
      ? [`npx ringback simulate ${folder} ${dry}`, 'dry run over its whole list']
      : undefined,
    [`npx ringback check ${folder}`, 'change a file and see the errors it reports'],
    [`npx ringback test ${folder}`, 'the tests of its callback rules and IVRs'],
    [`npx cdk deploy --all -c folder=${folder}`, 'the same on AWS (docs/deploying.md)'],
  ];
  const shown = lines.flatMap((line) => (line ? [[line[0].trim(), line[1]] as const] : []));
  const width = Math.max(...shown.map(([command]) => command.length));
  const abreast = shown.map(([command, why]) => `  ${command.padEnd(width)}   ${why}`);
  const fits = abreast.every((line) => line.length <= columns);
  const below = shown.flatMap(([command, why]) => [`  ${why}`, `    ${command}`]);
  return ['What to try next:', ...(fits ? abreast : below)].join('\n');
}

/** The examples are in Ringback's own repository only. */
const receptionOf = (isPackage: boolean): readonly [string, string] | undefined =>
  isPackage ? undefined : [`npm start -- --folder ${RECEPTION}`, 'people call in as well'];

/** What was given, and not what holds anyway. */
function flagsOf(options: StartOptions): Flags {
  const { folder, campaign, contacts, agents, callers, seed, speed, from, days } = options;
  return {
    folder: folder === START_DEFAULTS.folder ? undefined : folder,
    campaign,
    contacts,
    agents,
    callers,
    seed: seed === START_DEFAULTS.seed ? undefined : seed,
    speed: Number.isFinite(speed) ? speed : undefined,
    from: from === START_DEFAULTS.from ? undefined : from,
    days,
  };
}

/** The next seed and more agents, or fewer where there are many. */
function another({ agents, seed }: StartOptions): Flags {
  const next = /^\d{1,9}$/.test(seed) ? String(Number(seed) + 1) : `${seed}-2`;
  return { agents: agents === undefined ? 25 : agents + 5, seed: next };
}

const words = (flags: Flags): string =>
  Object.entries(flags)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `--${name} ${quotedIfNeeded(String(value))}`)
    .join(' ');

const quotedIfNeeded = (text: string): string => (/^[\w./:@+-]+$/.test(text) ? text : `"${text}"`);

// Suggestions after a run, as lines to copy.
import { DEFAULT_FOLDER } from '../default-folder.ts';

const RECEPTION = 'examples/medika-reception';

interface Seen {
  readonly folder: string;
  readonly campaign: string;
  readonly placesCalls: boolean;
  /** An own number that is answered. */
  readonly number?: string;
  readonly record?: string;
}

export function whatNext({ folder, campaign, placesCalls, number, record }: Seen): string {
  const start = folder === DEFAULT_FOLDER ? 'npm start --' : `npm start -- --folder ${folder}`;
  const lines: readonly (readonly [string, string] | undefined)[] = [
    [
      `npx ringback why ${campaign} ${record ?? '<record>'}`,
      'what happened to this record, and why',
    ],
    [`${start} --agents 25 --seed 2`, 'other people, another day'],
    number === undefined
      ? [`npm start -- --folder ${RECEPTION}`, 'people call in as well']
      : [`${start} --callers 60`, 'more people call in'],
    number === undefined
      ? undefined
      : [`npx ringback call ${folder} ${number}`, 'call in and hear what callers hear'],
    placesCalls ? [`npx ringback simulate ${folder}`, 'dry run over its whole list'] : undefined,
    [`npx ringback check ${folder}`, 'change a file and see the errors it reports'],
    [`npx ringback test ${folder}`, 'the tests of its callback rules and IVRs'],
    [`npx cdk deploy --all -c folder=${folder}`, 'the same on AWS (docs/deploying.md)'],
  ];
  const shown = lines.filter((line) => line !== undefined);
  const width = Math.min(60, Math.max(...shown.map(([command]) => command.length)));
  return [
    'What to try next:',
    ...shown.map(([command, why]) => `  ${command.padEnd(width)}   ${why}`),
  ].join('\n');
}

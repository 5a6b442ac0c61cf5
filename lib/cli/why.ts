// `ringback why`: why a record was, or was not, called at any moment (NEW-5), from its journal and
// from the very functions that decide.
import { campaignSetting } from '../domain/campaigns/campaign-setting.ts';
import type { Gate } from '../domain/model/gate.ts';
import { textSetting } from '../domain/texting/text-setting.ts';
import { explain, type Moment, type Why } from '../domain/timeline/explain.ts';
import { isOrAre, plural } from '../language/plural.ts';
import {
  misused,
  orWrong,
  parsed,
  SOURCE_HELP,
  SOURCE_OPTIONS,
  type SourceOptions,
} from './arguments.ts';
import type { Command, Io } from './command.ts';
import { displayTime, inLocalTime } from './display-time.ts';
import { LAST_RUN } from './last-run.ts';
import type { Wrong } from './option-values.ts';
import { type Listed, listLines } from './why/list.ts';
import { type FoundRecords, recordsInLastRun, recordsOnAws } from './why/sources.ts';

export const HELP = `ringback why [campaign] [record] [options]

Shows everything that happened to a record and why, and whether it would be called now: every gate with the value it
saw. Several records that match are listed, and without a record the latest with what became of them. Reads the last
local run or, with --aws, a deployment.

  <campaign>         that of the last local run by default, or one that ran beside it
  <record>           a telephone number, a row of the file such as "row 12", a name, an id or the end of one; in a
                     deployment an id, a number or a field that callers are asked for
  --gates            shows the gates of past decisions as well
  --json             one JSON object: { record, history, present, pool }; for a list: { records }
${SOURCE_HELP}`;

export const why: Command = async (args, io) => {
  const given = read(args);
  if ('wrong' in given) return misused(io, 'why', given);
  const found = await recordsFor(given);
  if (found.kind === 'nothing') {
    io.err(found.because);
    return 1;
  }
  const { campaign, records, definitions } = found;
  const settings = definitions.campaigns[campaign];
  if (!settings) {
    io.err(`there is no campaign '${campaign}'`);
    return 1;
  }
  const [one, ...others] = records;
  if (given.record === undefined || one === undefined || others.length > 0)
    return list(found, given, io);
  const contacting = campaignSetting(definitions, campaign) ?? textSetting(definitions, campaign);
  const setting = contacting ?? { campaign: settings, zone: definitions.centre.timeZone, caps: [] };
  const record = { ...found, ...one };
  const answer = explain({ ...record, setting });
  if (given.json) io.out(JSON.stringify({ record: record.record.record, ...answer }));
  else for (const line of explanationLines(record, answer, given.gates)) io.out(line);
  return 0;
};

interface WhyOptions extends SourceOptions {
  /** undefined: the one of the last run. */
  readonly campaign: string | undefined;
  readonly record: string | undefined;
  readonly gates: boolean;
}

const read = (args: readonly string[]): WhyOptions | Wrong =>
  orWrong(() => {
    const options = { ...SOURCE_OPTIONS, gates: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parsed(args, options);
    const [campaign, ...words] = positionals;
    if (values.aws && campaign === undefined) return { wrong: 'name a campaign' };
    const record = words.length === 0 ? undefined : words.join(' ');
    return { campaign, record, ...values };
  });

async function recordsFor({ aws, name, folder, campaign, record, run }: WhyOptions) {
  if (!aws || campaign === undefined) return recordsInLastRun(run, campaign, record);
  return recordsOnAws(name, folder, campaign, record);
}

/** Several that may be meant, or the latest. */
function list(found: FoundRecords, given: WhyOptions, io: Io): number {
  const { records, definitions, campaign } = found;
  if (given.json) {
    const listed = records.map(({ record: { record, state, attempts, updatedAt } }) => ({
      record,
      state,
      attempts,
      updatedAt,
    }));
    io.out(JSON.stringify({ records: listed }));
    return given.record === undefined ? 0 : 1;
  }
  const elsewhere = given.run === LAST_RUN ? '' : ` --run ${given.run}`;
  const source = given.aws ? ` --aws --name ${given.name} --folder ${given.folder}` : elsewhere;
  const heading =
    given.record === undefined
      ? `The latest of ${plural(records.length, 'record')} of ${campaign} (${found.where}):`
      : `${plural(records.length, 'record')} of ${campaign} match '${given.record}':`;
  const command = `npx ringback why${source} ${campaign}`;
  for (const line of listLines(heading, records, definitions.centre.timeZone, command))
    io.out(line);
  return given.record === undefined ? 0 : 1;
}

interface FoundRecord extends Listed, Pick<FoundRecords, 'definitions' | 'where' | 'now'> {}

export function explanationLines(
  found: FoundRecord,
  { history, present, presentSays, pool }: Why,
  withGates: boolean,
): readonly string[] {
  const { record, definitions, where, now } = found;
  const { timeZone } = definitions.centre;
  const { sms, outbound } = definitions.campaigns[record.campaign]?.channels ?? {};
  const awaited = sms !== undefined && outbound === undefined ? 'a text' : 'a call';
  const lines = [
    `Record ${record.record} of ${record.campaign}: ${record.state}, ${plural(record.attempts, 'contact')} (${where})`,
    `Times are in ${timeZone}.`,
    '',
    ...history.flatMap((moment) => momentLines(moment, timeZone, withGates)),
    '',
    `At ${displayTime(now, timeZone)} ${presentSays}.`,
    ...present.gates.map(gateLine),
    '',
    `${plural(pool.waiting, 'record')} of the campaign ${isOrAre(pool.waiting)} waiting for ${awaited}, ${pool.open} ${isOrAre(pool.open)} not finished.`,
  ];
  return lines.map((line) => inLocalTime(line, timeZone));
}

function momentLines(
  { at, times, says, gates }: Moment,
  timeZone: string,
  withGates: boolean,
): readonly string[] {
  const folded = times > 1 ? `  (${times} times in a row)` : '';
  const line = `  ${displayTime(at, timeZone)}  ${says}${folded}`;
  return withGates ? [line, ...gates.map((gate) => `  ${gateLine(gate)}`)] : [line];
}

function gateLine({ gate, passed, saw, wanted }: Gate): string {
  const limit = wanted === undefined ? '' : `, wanted ${wanted}`;
  return `  ${passed ? '✓' : '✗'} ${gate.padEnd(18)} ${saw}${limit}`;
}

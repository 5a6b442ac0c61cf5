// `ringback why`: why a record was, or was not, called at any moment (NEW-5), from its journal and
// from the very functions that decide.
import { parseArgs } from 'node:util';
import { campaignSetting } from '../domain/campaigns/campaign-setting.ts';
import type { Gate } from '../domain/model/gate.ts';
import { explain, type Moment, type Why } from '../domain/timeline/explain.ts';
import type { Command } from './command.ts';
import { DEFAULT_FOLDER } from './default-folder.ts';
import { displayTime, inLocalTime } from './display-time.ts';
import { type FoundRecord, recordInLastRun, recordOnAws } from './why/sources.ts';

export const HELP = `ringback why <campaign> <record> [options]

Shows everything that happened to a record and why, and whether it would be called now: every gate with the value it
saw. Reads the last local run or, with --aws, a deployment.

  <record>           the record's id; for the last local run the end of the id is enough
  --gates            shows the gates of past decisions as well
  --json             one JSON object: { record, history, present, pool }
  --aws              reads the deployment in the account and region of your AWS configuration
  --name <name>      the deployment's name                   (ringback)
  --folder <path>    the definitions it was deployed with    (${DEFAULT_FOLDER})`;

export const why: Command = async (args, io) => {
  const given = read(args);
  if ('wrong' in given) {
    io.err(`${given.wrong}\n\n${HELP}`);
    return 2;
  }
  const { campaign, record } = given;
  const found = given.aws
    ? await recordOnAws(given.name, given.folder, campaign, record)
    : await recordInLastRun(campaign, record);
  if (found.kind === 'nothing') {
    io.err(found.because);
    return 1;
  }
  const { campaigns, centre } = found.definitions;
  const settings = campaigns[campaign];
  if (!settings) {
    io.err(`there is no campaign '${campaign}'`);
    return 1;
  }
  const dialing = campaignSetting(found.definitions, campaign);
  const setting = dialing ?? { campaign: settings, zone: centre.timeZone };
  const answer = explain({ ...found, setting });
  if (given.json) io.out(JSON.stringify({ record: found.record.record, ...answer }));
  else for (const line of explanationLines(found, answer, given.gates)) io.out(line);
  return 0;
};

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        gates: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        aws: { type: 'boolean', default: false },
        name: { type: 'string', default: 'ringback' },
        folder: { type: 'string', default: DEFAULT_FOLDER },
      },
    });
    const [campaign, record, ...more] = positionals;
    if (campaign === undefined || record === undefined)
      return { wrong: 'name a campaign and a record' };
    if (more.length > 0) return { wrong: `only one record at a time; remove '${more[0]}'` };
    return { campaign, record, ...values };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

export function explanationLines(
  found: FoundRecord,
  { history, present, presentSays, pool }: Why,
  withGates: boolean,
): readonly string[] {
  const { record, definitions, where, now } = found;
  const { timeZone } = definitions.centre;
  const lines = [
    `Record ${record.record} of ${record.campaign}: ${record.state}, ${record.attempts} calls (${where})`,
    `Times are in ${timeZone}.`,
    '',
    ...history.flatMap((moment) => momentLines(moment, timeZone, withGates)),
    '',
    `At ${displayTime(now, timeZone)} ${presentSays}.`,
    ...present.gates.map(gateLine),
    '',
    `${pool.waiting} records of the campaign are waiting for a call, ${pool.open} are not finished.`,
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

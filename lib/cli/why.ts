// `ringback why`: why a record was, or was not, called at any moment (NEW-5), from its journal and
// from the very functions that decide.
import { parseArgs } from 'node:util';
import { campaignSetting } from '../domain/campaigns/campaign-setting.ts';
import type { Gate } from '../domain/model/gate.ts';
import { explain, type Moment, type Why } from '../domain/timeline/explain.ts';
import type { Command } from './command.ts';
import { DEFAULT_FOLDER } from './start/options.ts';
import { inLocalTime, wallClock } from './start/view.ts';
import { type Found, inLastRun, onAws } from './why/sources.ts';

export const HELP = `ringback why <campaign> <record> [options]

Tells everything that happened to a record and why, and why it is or is not called now: every gate with the value it
saw. Looks into the last local run, or with --aws into a deployment.

  <record>           the record's id; of the last local run its end is enough
  --gates            shows the gates of past decisions, too
  --json             one JSON object: { record, history, present, pool }
  --aws              asks the deployment in the account and region your AWS settings name
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
    ? await onAws(given.name, given.folder, campaign, record)
    : await inLastRun(campaign, record);
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
  else for (const line of told(found, answer, given.gates)) io.out(line);
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
    if (more.length > 0) return { wrong: `one record at a time; '${more[0]}' is too much` };
    return { campaign, record, ...values };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

export function told(
  found: Found,
  { history, present, presentSays, pool }: Why,
  withGates: boolean,
): readonly string[] {
  const { record, definitions, where, now } = found;
  const { timeZone } = definitions.centre;
  const lines = [
    `Record ${record.record} of ${record.campaign}: ${record.state}, ${record.attempts} calls (${where})`,
    `Times are those of ${timeZone}.`,
    '',
    ...history.flatMap((moment) => tellMoment(moment, timeZone, withGates)),
    '',
    `At ${wallClock(now, timeZone)} ${presentSays}.`,
    ...present.gates.map(tellGate),
    '',
    `${pool.waiting} records of the campaign wait for a call, ${pool.open} are not worked to the end.`,
  ];
  return lines.map((line) => inLocalTime(line, timeZone));
}

function tellMoment(
  { at, times, says, gates }: Moment,
  timeZone: string,
  withGates: boolean,
): readonly string[] {
  const folded = times > 1 ? `  (${times} times in a row)` : '';
  const line = `  ${wallClock(at, timeZone)}  ${says}${folded}`;
  return withGates ? [line, ...gates.map((gate) => `  ${tellGate(gate)}`)] : [line];
}

function tellGate({ gate, passed, saw, wanted }: Gate): string {
  const limit = wanted === undefined ? '' : `, wanted ${wanted}`;
  return `  ${passed ? '✓' : '✗'} ${gate.padEnd(18)} ${saw}${limit}`;
}

// `ringback pacing`: what a campaign's predictive dialer has learned, how far its cap is used, and
// what held the last calls back (NEW-6).
import { campaignSetting } from '../domain/campaigns/campaign-setting.ts';
import { pacingReport } from '../domain/dialing/pacing-report.ts';
import type { Definitions } from '../language/definitions.ts';
import {
  misused,
  orWrong,
  parsed,
  SOURCE_HELP,
  SOURCE_OPTIONS,
  type SourceOptions,
} from './arguments.ts';
import type { Command } from './command.ts';
import type { Wrong } from './option-values.ts';
import { reportLines } from './pacing/report-lines.ts';
import { campaignInLastRun, campaignOnAws } from './pacing/sources.ts';

export const HELP = `ringback pacing <campaign> [options]

Shows how a predictive campaign paces its calls: how many people answer, how long ringing, talking and wrap-up take, the
share of abandoned calls against the cap, and the last calls it started with the reason why it started no more.
Reads the last local run or, with --aws, a deployment.

  --json             one JSON object
${SOURCE_HELP}`;

export const pacing: Command = async (args, io) => {
  const given = read(args);
  if ('wrong' in given) {
    return misused(io, 'pacing', given);
  }
  const { campaign } = given;
  const found = given.aws
    ? await campaignOnAws(given.name, given.folder, campaign)
    : await campaignInLastRun(given.run, campaign);
  if (found.kind === 'nothing') {
    io.err(found.because);
    return 1;
  }
  const { definitions, state, now, where } = found;
  const setting = campaignSetting(definitions, campaign);
  if (!setting) {
    io.err(`campaign '${campaign}' places no calls`);
    return 1;
  }
  const report = pacingReport(setting, state, teamOf(definitions, setting.queue?.groups), now);
  if (!report) {
    const { mode } = setting.outbound;
    io.err(`campaign '${campaign}' dials in mode '${mode}', which does not learn`);
    return 1;
  }
  if (given.json) io.out(JSON.stringify({ campaign, at: now, ...report }));
  else
    for (const line of reportLines({ campaign, where, now, zone: setting.zone }, report))
      io.out(line);
  return 0;
};

/** Agents of the queue; one who is in two groups counts once. */
function teamOf({ groups }: Definitions, named: readonly string[] = []): number {
  return new Set(named.flatMap((group) => groups[group]?.agents ?? [])).size;
}

interface PacingOptions extends SourceOptions {
  readonly campaign: string;
}

const read = (args: readonly string[]): PacingOptions | Wrong =>
  orWrong(() => {
    const { values, positionals } = parsed(args, SOURCE_OPTIONS);
    const [campaign, ...more] = positionals;
    if (campaign === undefined) return { wrong: 'name a campaign' };
    if (more.length > 0) return { wrong: `only one campaign at a time; remove '${more[0]}'` };
    return { campaign, ...values };
  });

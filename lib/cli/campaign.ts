// `ringback campaign`: shows a campaign and switches it, in the local run or a deployment, through
// the API.
import { z } from 'zod';
import { didYouMean } from '../language/nearest.ts';
import { API_HELP, API_OPTIONS, type ApiSource, type AskApi, apiClient } from './api/client.ts';
import { CONDITION_HELP, CONDITION_OPTIONS } from './api/conditions.ts';
import { show } from './api/show.ts';
import { misused, orWrong, parsed } from './arguments.ts';
import { COPY_OPTIONS, copyCampaign, readCopy } from './campaign-copy.ts';
import type { Command, Io } from './command.ts';
import type { Wrong } from './option-values.ts';

export const HELP = `ringback campaign [list]
ringback campaign <what> <campaign> [options]
ringback campaign copy <from> <to> [options]

  list               all campaigns with their state
  show               one, with its totals
  on, resume         calls are made from now on
  pause              no new calls; those under way go on
  end                no calls any more; it can be switched on again
  off                as it was before it was first switched on
  copy               fills the campaign <to> with records of <from>: all, or those of

  --filter <id>      a saved filter of <from>
  --record <id>      a selection; can be repeated
${CONDITION_HELP}
  --number-from <field>    the field that holds the number to dial
  --keep-owners      private records stay private to their agents
  --continuously     again and again, until it is stopped

${API_HELP}`;

const STATES = {
  on: 'running',
  resume: 'running',
  pause: 'paused',
  end: 'ended',
  off: 'off',
} as const;
type Switch = keyof typeof STATES;
const isSwitch = (what: string): what is Switch => Object.hasOwn(STATES, what);

export const campaign: Command = async (args, io) => {
  const given = read(args);
  if ('wrong' in given) return misused(io, 'campaign', given);
  const ask = await apiClient(given.source);
  if ('wrong' in ask) {
    io.err(ask.wrong);
    return 1;
  }
  return carryOut(given, ask, io);
};

interface Given {
  readonly what: Switch | 'list' | 'show' | 'copy';
  readonly id: string;
  readonly copying?: Exclude<ReturnType<typeof readCopy>, Wrong>;
  readonly source: ApiSource;
  readonly json: boolean;
}

const OPTIONS = { ...API_OPTIONS, ...CONDITION_OPTIONS, ...COPY_OPTIONS } as const;

const read = (args: readonly string[]): Given | Wrong =>
  orWrong(() => {
    const { values, positionals } = parsed(args, OPTIONS);
    const [what = 'list', id = '', ...others] = positionals;
    const { json } = values;
    if (what === 'copy') {
      const [to = '', ...rest] = others;
      if (rest.length > 0) return { wrong: `two campaigns are named; remove '${rest.join(' ')}'` };
      const copying = readCopy(id, to, values);
      return 'wrong' in copying ? copying : { what, id, copying, source: values, json };
    }
    const [stray] = others;
    if (stray !== undefined) return { wrong: `only one campaign at a time; remove '${stray}'` };
    const all = ['list', 'show', 'copy', ...Object.keys(STATES)];
    if (what !== 'list' && what !== 'show' && !isSwitch(what))
      return { wrong: `there is no action '${what}'. ${didYouMean(what, all)}` };
    if (what !== 'list' && id === '')
      return { wrong: `name the campaign: ringback campaign ${what} <campaign>` };
    return { what, id, source: values, json };
  });

async function carryOut({ what, id, copying, json }: Given, ask: AskApi, io: Io): Promise<number> {
  if (copying !== undefined) return copyCampaign(copying, ask, { json, io });
  const path = `/v1/campaigns/${encodeURIComponent(id)}`;
  if (what === 'list')
    return show(await ask({ method: 'GET', path: '/v1/campaigns?limit=100' }), listLines, json, io);
  if (what === 'show') return show(await ask({ method: 'GET', path }), campaignLines, json, io);
  if (what === 'copy') return 1;
  const switched = await ask({
    method: 'PUT',
    path: `${path}/state`,
    body: { state: STATES[what] },
  });
  return show(switched, () => [`campaign ${id} is ${STATES[what]}`], json, io);
}

const Listed = z.object({
  items: z.array(
    z.object({
      campaign: z.string(),
      state: z.string(),
      name: z.string(),
      mode: z.string().optional(),
      channels: z.array(z.string()).default([]),
    }),
  ),
});

function listLines(body: unknown): readonly string[] {
  const { items } = Listed.parse(body);
  const width = Math.max(0, ...items.map(({ campaign: id }) => id.length));
  return items.map(({ campaign: id, state, name, mode, channels }) => {
    const does = mode ?? (channels.includes('sms') ? 'writes' : 'takes calls');
    return `${id.padEnd(width)}  ${state.padEnd(7)}  ${does.padEnd(11)}  ${name}`;
  });
}

const Shown = z.object({
  campaign: z.string(),
  name: z.string(),
  state: z.string(),
  changedBy: z.string().optional(),
  channels: z.array(z.string()).default(['outbound']),
  totals: z.object({
    records: z.number(),
    states: z.record(z.string(), z.number()),
    open: z.number(),
    waiting: z.number(),
    successes: z.number(),
    calls: z.record(z.string(), z.number()),
    inbound: z.record(z.string(), z.number()),
    messages: z.record(z.string(), z.record(z.string(), z.number())).default({}),
  }),
});

function campaignLines(body: unknown): readonly string[] {
  const { campaign: id, name, state, changedBy, channels, totals } = Shown.parse(body);
  const awaited = channels.includes('outbound') ? 'a call' : 'a text';
  const counted = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ') || 'none';
  return [
    `${id}  ${name}`,
    `state      ${state}${changedBy === undefined ? '' : `, by ${changedBy}`}`,
    `records    ${totals.records}: ${counted(totals.states)}`,
    `open       ${totals.open}, of them ${totals.waiting} waiting for ${awaited}`,
    `successes  ${totals.successes}`,
    ...(channels.includes('outbound') ? [`calls      ${counted(totals.calls)}`] : []),
    ...(Object.keys(totals.inbound).length > 0 ? [`inbound    ${counted(totals.inbound)}`] : []),
    ...(['sms', 'email'] as const).flatMap((kind) => {
      const counts = totals.messages[kind] ?? {};
      const label = { sms: 'texts', email: 'e-mails' }[kind];
      return Object.keys(counts).length > 0 ? [`${label.padEnd(9)}  ${counted(counts)}`] : [];
    }),
  ];
}

// `ringback records`: what a person decides about records outside of a call (CBR-9, REC-7), in a
// deployment or in the local run of this folder.
import { userInfo } from 'node:os';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { TASKS, type TaskInput, type TaskOutput } from '../application/tasks/tasks.ts';
import { didYouMean } from '../language/nearest.ts';
import { plural } from '../language/plural.ts';
import { API_HELP, API_OPTIONS, apiClient } from './api/client.ts';
import { CONDITION_HELP, CONDITION_OPTIONS } from './api/conditions.ts';
import { misused, orWrong, parsed } from './arguments.ts';
import type { Command, Io } from './command.ts';
import type { Wrong } from './option-values.ts';
import { type Invoke, invokeOverApi, OVER_API, recordsOverApi } from './records-over-api.ts';
import { readRunning } from './running.ts';

type Input = TaskInput<'update-records'>;
type Output = TaskOutput<'update-records'>;

export const HELP = `ringback records <campaign> <what> [record…] [options]

Lists and adds records and decides about them, one or many at once:

  list               the newest, or those of a saved --filter or of conditions
  show               one, as the API has it
  add                one, with --phone, --email and --field name=value; --phone and others can be repeated
  erase              one: everything it says about the person; the directory's is named 'directory'
  filters            saved filters; save-filter <id> saves the conditions given, with --title; remove-filter <id>
  put-back           called again from now on, or from --at on
  close              closed for good
  reserve            private to the agent named with --agent
  release            no longer private

  --set-aside        all records that are set aside: worked, and neither closed nor called again by themselves
  --agent <id>       the agent the records shall belong to
  --phone <number>   of the record to add; so are --email, --field and --weight
${CONDITION_HELP}
  --at <moment>      not called before that, e.g. 2026-03-02T09:00+01:00
  --by <name>        who decides, for the timeline              (your user name)
${API_HELP}

It asks the API of the local run in this folder, or that of --url or --profile. Where none is there it invokes the function
<name>-update-records in the account and region your AWS settings name; list, show, add and erase need the API.`;

const invokeOnAws: Invoke = async (FunctionName, input) => {
  const Payload = JSON.stringify(input);
  const answer = await new LambdaClient({}).send(new InvokeCommand({ FunctionName, Payload }));
  const text = new TextDecoder().decode(answer.Payload);
  if (answer.FunctionError !== undefined) throw new Error(`${FunctionName} failed: ${text}`);
  return TASKS['update-records'].output.parse(JSON.parse(text));
};

export const changeRecords: Command = async (args, io) => {
  const given = readOverApi(args);
  if ('wrong' in given) return misused(io, 'records', given);
  const { values, what, campaign, ids } = given;
  const overApi = OVER_API.find((one) => one === what);
  const isNamed = values.url !== undefined || values.profile !== undefined;
  if (overApi === undefined && !isNamed && (await readRunning()) === undefined)
    return recordsCommand(invokeOnAws)(args, io);
  const ask = await apiClient(values);
  if ('wrong' in ask) {
    io.err(ask.wrong);
    return 1;
  }
  if (overApi === undefined) return recordsCommand(invokeOverApi(ask))(args, io);
  const asked = { campaign, ids, options: values };
  return recordsOverApi(overApi, asked, ask, { json: values.json, io });
};

const OPTIONS = {
  'set-aside': { type: 'boolean', default: false },
  agent: { type: 'string' },
  at: { type: 'string' },
  by: { type: 'string', default: userInfo().username },
  phone: { type: 'string', multiple: true },
  email: { type: 'string', multiple: true },
  field: { type: 'string', multiple: true },
  filter: { type: 'string' },
  title: { type: 'string' },
  weight: { type: 'string' },
  ...CONDITION_OPTIONS,
  ...API_OPTIONS,
} as const;

interface OverApiArguments {
  readonly values: ReturnType<typeof parsed<typeof OPTIONS>>['values'];
  readonly campaign: string;
  readonly what: string;
  readonly ids: readonly string[];
}

const readOverApi = (args: readonly string[]): OverApiArguments | Wrong =>
  orWrong<OverApiArguments>(() => {
    const { values, positionals } = parsed(args, OPTIONS);
    const [campaign, what, ...ids] = positionals;
    if (campaign === undefined || what === undefined)
      return { wrong: 'name a campaign and what to do with its records' };
    if ((what === 'show' || what === 'erase') && ids.length !== 1)
      return { wrong: 'name one record' };
    if (what.endsWith('-filter') && ids.length !== 1) return { wrong: 'name one filter' };
    return { values, campaign, what, ids };
  });

export function recordsCommand(invoke: Invoke): Command {
  return async (args, io) => {
    const given = read(args);
    if ('wrong' in given) {
      return misused(io, 'records', given);
    }
    try {
      const answer = await untilNoneIsLeft(given.input, (input) =>
        invoke(`${given.name}-update-records`, input),
      );
      return show(answer, given.json, io);
    } catch (error) {
      io.err(error instanceof Error ? error.message : String(error));
      return 1;
    }
  };
}

/** One run looks at so many; those it refused would come again for ever. */
async function untilNoneIsLeft(input: Input, ask: (input: Input) => Promise<Output>) {
  let sum: Extract<Output, { kind: 'updated' }> | undefined;
  for (;;) {
    const answer = await ask(input);
    if (answer.kind === 'refused') return answer;
    sum = {
      ...answer,
      changed: answer.changed + (sum?.changed ?? 0),
      unchanged: answer.unchanged + (sum?.unchanged ?? 0),
      refused: [...(sum?.refused ?? []), ...answer.refused],
    };
    const leaves = input.change.kind === 'put-back' || input.change.kind === 'close';
    if (!answer.more || !leaves || answer.changed === 0) return sum;
  }
}

function show(answer: Output, json: boolean, io: Io): number {
  if (json) io.out(JSON.stringify(answer));
  else if (answer.kind === 'refused') for (const reason of answer.reasons) io.err(reason);
  else {
    io.out(
      `${plural(answer.changed, 'record')} changed, ${answer.unchanged} ${answer.unchanged === 1 ? 'was' : 'were'} so already`,
    );
    for (const { record, reason } of answer.refused) io.err(`record ${record}: ${reason}`);
    if (answer.campaignState !== 'running')
      io.out(`the campaign is ${answer.campaignState}: nothing is called until it runs`);
  }
  return answer.kind === 'updated' && answer.refused.length === 0 ? 0 : 1;
}

const read = (args: readonly string[]): Wrong | { input: Input; name: string; json: boolean } =>
  orWrong(() => {
    const { values, positionals } = parsed(args, OPTIONS);
    const [campaign, what, ...ids] = positionals;
    if (campaign === undefined || what === undefined)
      return { wrong: 'name a campaign and what to do with its records' };
    const aside = values['set-aside'];
    if (aside === ids.length > 0) return { wrong: 'name records, or give --set-aside' };
    const { by, name, json } = values;
    const change = changeOf(what, values);
    if ('wrong' in change) return change;
    return { input: { campaign, records: aside ? 'set-aside' : ids, change, by }, name, json };
  });

function changeOf(
  what: string,
  { agent, at }: { readonly agent?: string; readonly at?: string },
): Input['change'] | Wrong {
  if (agent !== undefined && what !== 'reserve') return { wrong: '--agent belongs to reserve' };
  if (at !== undefined && what !== 'put-back') return { wrong: '--at belongs to put-back' };
  switch (what) {
    case 'put-back':
      return at === undefined ? { kind: what } : putBackAt(at);
    case 'close':
    case 'release':
      return { kind: what };
    case 'reserve':
      return agent === undefined ? { wrong: 'reserve needs --agent' } : { kind: what, agent };
    default: {
      const all = [...OVER_API, 'put-back', 'close', 'reserve', 'release'];
      const meant = didYouMean(what, all);
      return { wrong: `there is no action '${what}'. ${meant}` };
    }
  }
}

/** With an offset: the command knows neither the centre's zone nor that of the reader. */
function putBackAt(text: string): Input['change'] | Wrong {
  const at = /(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return { kind: 'put-back', at };
  return {
    wrong: `--at takes a moment with its offset such as 2026-03-02T09:00+01:00, not '${text}'`,
  };
}

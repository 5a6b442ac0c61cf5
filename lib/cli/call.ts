// `ringback call <folder> <number>`: a person calls from the terminal, and the compiled flows
// answer (NEW-3).
import { inboundCampaigns } from '../compiler/checks/check-facts.ts';
import { ivrGraph } from '../compiler/ivr/ivr-graph.ts';
import { CALL_ATTRIBUTES } from '../domain/calls/call-attributes.ts';
import { campaignId, recordId } from '../domain/model/ids.ts';
import { type Instant, instant } from '../domain/model/instant.ts';
import type { Definitions } from '../language/definitions.ts';
import { nearest } from '../language/nearest.ts';
import type { Ivr } from '../language/schema/ivr.ts';
import { WITHHELD } from '../language/schema/ivr-test.ts';
import { runCall } from '../simulation/ivr/call.ts';
import type { CallOutcome, CallProgress } from '../simulation/ivr/call-progress.ts';
import { settleCall } from '../simulation/ivr/settle-call.ts';
import { compiledByName, type TestSetup, testSetup } from '../simulation/ivr/test-setup.ts';
import { fromLocal, toLocal } from '../simulation/scenarios/local-time.ts';
import { misused } from './arguments.ts';
import { type CallOptions, HELP, readCallOptions } from './call/options.ts';
import { person } from './call/person.ts';
import { serviceAnswers } from './call/service-answers.ts';
import { callTrace, type Trace } from './call/trace.ts';
import type { Command, Io } from './command.ts';
import { hasErrors, loadFolder } from './load-folder.ts';
import { countOf, diagnosticLines } from './print-diagnostics.ts';
import { typedLines } from './typed-lines.ts';

export { HELP };

const CONTACT = 'call';

export const call: Command = async (args, io) => {
  const options = readCallOptions(args);
  if ('wrong' in options) {
    return misused(io, 'call', options);
  }
  const loaded = await loadFolder(options.folder);
  if (loaded.kind === 'unreadable') {
    io.err(loaded.reason);
    return 1;
  }
  const { definitions, diagnostics } = loaded;
  if (!definitions || hasErrors(diagnostics)) {
    for (const line of diagnosticLines(options.folder, diagnostics)) io.err(line);
    io.err(`\n${countOf(diagnostics)}; fix the errors before calling`);
    return 1;
  }
  const dialed = dialedNumber(definitions, options.number);
  if ('wrong' in dialed) {
    for (const line of dialed.wrong) io.err(line);
    return 1;
  }
  return dial(definitions, dialed, options, io);
};

interface Dialed {
  readonly id: string;
  readonly campaign: string;
}

function dialedNumber(
  definitions: Definitions,
  number: string,
): Dialed | { readonly wrong: readonly string[] } {
  const { numbers } = definitions.centre;
  const wanted = number.replaceAll(' ', '');
  const id = Object.keys(numbers).find((one) => {
    const own = numbers[one];
    return one === number || (own !== undefined && 'number' in own && own.number === wanted);
  });
  const answering = inboundCampaigns(definitions);
  const campaign = answering.find(([, inbound]) => id && inbound.numbers.includes(id))?.[0];
  if (id !== undefined && campaign !== undefined) return { id, campaign };
  const near = nearest(number, Object.keys(numbers));
  const why =
    id === undefined
      ? `there is no own number '${number}'${near ? `; did you mean '${near}'?` : ''}`
      : `no campaign takes calls to '${id}'`;
  const lines = answering.flatMap(([one, inbound]) =>
    inbound.numbers.map((own) => `  ${own.padEnd(20)} ${one}`),
  );
  return {
    wrong: [
      why,
      ...(lines.length > 0
        ? ['numbers that are answered, with their campaigns:', ...lines]
        : ['no campaign takes calls']),
    ],
  };
}

async function dial(
  definitions: Definitions,
  { id, campaign }: Dialed,
  options: CallOptions,
  io: Io,
): Promise<number> {
  const zone = definitions.centre.timeZone;
  const begins = options.at === undefined ? instant(Date.now()) : fromLocal(options.at, zone);
  const { compiled, numbers } = compiledByName(definitions, campaign);
  const lines = typedLines(io);
  const answers = serviceAnswers(definitions, campaign, options.given.answers, lines, io.out);
  const world = await testSetup(definitions, campaign, options.given, begins);
  world.ports.services.answerWith(answers.answer);
  const clock = () => clockTime(world.clock.now(), zone);
  const trace = options.trace
    ? callTrace(compiled, ivrGraph(ivrOf(definitions, campaign)), numbers)
    : undefined;
  io.out(`${clock()}  ${options.from} calls ${id}: ${definitions.campaigns[campaign]?.name}`);
  const outcome = await runCall(
    {
      contact: CONTACT,
      from: options.from === WITHHELD ? undefined : options.from,
      to: numbers[id] ?? id,
    },
    { definitions, compiled, full: options.given.full, ...world, asks: answers.asks },
    person(lines, io.out),
    (news) => {
      for (const line of newsLines(news, trace)) io.out(`${clock()}  ${line}`);
    },
  );
  lines.close();
  for (const line of trace?.last() ?? []) io.out(`${clock()}  ${line}`);
  await settleCall(CONTACT, outcome, world.ports);
  for (const line of await ending(outcome, world, campaign, zone)) io.out(line);
  return outcome.problem === undefined ? 0 : 1;
}

const ivrOf = ({ campaigns, ivrs }: Definitions, campaign: string): Ivr =>
  ivrs[campaigns[campaign]?.channels.inbound?.ivr ?? ''] ?? { name: campaign, blocks: {} };

function newsLines(news: CallProgress, trace: Trace | undefined): readonly string[] {
  switch (news.kind) {
    case 'heard':
      return [`“${news.text}”`];
    case 'queued':
      return [
        `in the queue ${news.target.name}, priority ${news.routing.priority} (1 is served first)`,
      ];
    case 'connected':
      return [`${news.agent} takes the call`];
    case 'asked':
      return trace ? [`[called ${news.task}: ${news.answer}]`] : [];
    case 'visited':
      return trace?.passed(news.visited) ?? [];
  }
}

const ENDS: Readonly<Record<CallOutcome['ends'], string>> = {
  agent: 'the agent has talked to the caller',
  waiting: 'the caller is still waiting',
  disconnected: 'the IVR hung up',
  'hung-up': 'the caller hung up',
  voicemail: 'the caller hung up while leaving a message',
  forwarded: 'the caller was connected to an outside number',
};

async function ending(
  outcome: CallOutcome,
  { ports, clock, records }: TestSetup,
  campaign: string,
  zone: string,
): Promise<readonly string[]> {
  const id = outcome.attributes.get(CALL_ATTRIBUTES.record) ?? '';
  const ref = { campaign: campaignId(campaign), record: recordId(id) };
  const record = await ports.records.load(ref);
  const due = record?.state === 'recall-scheduled' ? record.nextContact : undefined;
  return [
    `${clockTime(clock.now(), zone)}  ${ENDS[outcome.ends]}`,
    ...(outcome.problem === undefined ? [] : [`          ${outcome.problem}`]),
    ...(outcome.message === undefined ? [] : [`          a message of ${outcome.message} s`]),
    `          record ${records.includes(id) ? id : 'new'}${
      due === undefined ? ', no call back' : `, call back ${toLocal(due, zone)}`
    }`,
  ];
}

function clockTime(at: Instant, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' }).format(at);
}

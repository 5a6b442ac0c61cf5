// A test of an IVR runs the compiled flows in the interpreter, with the use cases of the Lambdas:
// what passes here is what Connect will do (NEW-3).
import { ivrGraph } from '../../compiler/ivr/ivr-graph.ts';
import { CALL_ATTRIBUTES, NOTHING } from '../../domain/calls/call-attributes.ts';
import { wayIn } from '../../domain/inbound/ivr-way.ts';
import { campaignId, contactId, recordId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import { type CallerAct, type IvrTest, WITHHELD } from '../../language/schema/ivr-test.ts';
import { fromLocal, toLocal } from '../scenarios/local-time.ts';
import { runCall } from './call.ts';
import { type CallPath, callPath, type TakenExit } from './call-path.ts';
import type { CallOutcome, CallProgress } from './call-progress.ts';
import { type CallMismatch, type CallReport, callMismatches } from './compare-call.ts';
import { callerFollowing } from './scripted-caller.ts';
import { settleCall } from './settle-call.ts';
import { compiledByName, type TestSetup, testSetup } from './test-setup.ts';
import { keptFor } from './who-may-answer.ts';

export interface IvrTestOutcome {
  readonly ivr: string;
  readonly name: string;
  readonly passed: boolean;
  readonly at: Instant;
  readonly came: CallReport;
  readonly exits: readonly TakenExit[];
  /** The blocks the flows noted with the call, as reports count them; jumps leave no note. */
  readonly noted: readonly string[];
  readonly mismatches: readonly CallMismatch[];
  /** Why the test could not be run to its end. */
  readonly problem?: string;
}

const CONTACT = 'call';

/** @param ivr an IVR that a campaign uses · @param listen is told what happens, as it happens */
export async function runIvrTest(
  test: IvrTest,
  ivr: string,
  definitions: Definitions,
  listen?: (news: CallProgress) => void,
): Promise<IvrTestOutcome> {
  const zone = definitions.centre.timeZone;
  const campaign = test.given.campaign ?? firstUser(definitions, ivr);
  const begins = fromLocal(test.call.at, zone);
  const { compiled, numbers } = compiledByName(definitions, campaign);
  const world = await testSetup(definitions, campaign, test.given, begins);
  const caller = callerFollowing(test.does, test.given.outside);
  const dialed =
    test.call.to ?? definitions.campaigns[campaign]?.channels.inbound?.numbers[0] ?? '';
  const outcome = await runCall(
    { contact: CONTACT, from: shownNumber(test), to: numbers[dialed] ?? dialed },
    { definitions, compiled, full: test.given.full, ...world },
    caller,
    listen,
  );
  await settleCall(CONTACT, outcome, world.ports);
  const graph = ivrGraph(definitions.ivrs[ivr] ?? { name: ivr, blocks: {} });
  const path = callPath(outcome.visits, compiled, graph, numbers);
  const came = await resultOf(outcome, path, world, { campaign, zone });
  const mismatches = callMismatches(test.expect, came);
  const problem = outcome.problem ?? leftOver(caller.left());
  return {
    ivr,
    name: test.name,
    passed: mismatches.length === 0 && problem === undefined,
    at: begins,
    came,
    exits: path.exits,
    noted: wayIn(Object.fromEntries(outcome.attributes))?.path ?? [],
    mismatches,
    problem,
  };
}

const shownNumber = ({ call }: IvrTest) => (call.from === WITHHELD ? undefined : call.from);

function firstUser({ campaigns }: Definitions, ivr: string): string {
  const using = Object.entries(campaigns).find(
    ([, campaign]) => campaign.channels.inbound?.ivr === ivr,
  );
  return using?.[0] ?? '';
}

/** A caller may want to wait longer than the call lasts. */
function leftOver(acts: readonly CallerAct[]): string | undefined {
  const left = acts.find(({ kind }) => kind !== 'waits' && kind !== 'hangs-up');
  if (left === undefined) return undefined;
  const what = left.kind === 'presses' ? `presses ${left.keys}` : left.kind.replaceAll('-', ' ');
  return `the call was over before the caller ${what}`;
}

async function resultOf(
  outcome: CallOutcome,
  { blocks }: CallPath,
  { ports, records }: TestSetup,
  { campaign, zone }: { readonly campaign: string; readonly zone: string },
): Promise<CallReport> {
  const attribute = (name: keyof typeof CALL_ATTRIBUTES) =>
    outcome.attributes.get(CALL_ATTRIBUTES[name]) ?? NOTHING;
  const last = outcome.queued.at(-1);
  const id = attribute('record');
  const record = await ports.records.load({
    campaign: campaignId(campaign),
    record: recordId(id),
  });
  return {
    path: blocks,
    hears: outcome.heard,
    queue: last?.target.name,
    priority: ports.routing.levelOf(contactId(CONTACT)) ?? last?.routing.priority,
    agent: outcome.agent ?? (last && keptFor(last)),
    message: (outcome.message ?? 0) > 0,
    ends: outcome.ends,
    callback:
      record?.state === 'recall-scheduled' && record.nextContact !== undefined
        ? toLocal(record.nextContact, zone)
        : undefined,
    record: records.includes(id) ? 'known' : 'new',
    survey: attribute('survey') === 'yes',
    window: attribute('window'),
    ticket: attribute('ticket'),
  };
}

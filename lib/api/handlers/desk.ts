// What agents do during their work: classify contacts and answer offers.
import { classifyRecord } from '../../application/classification/classify-record.ts';
import { setRecall } from '../../application/classification/set-recall.ts';
import { callRecord } from '../../application/dialing/call-record.ts';
import { extendWrapUpTime } from '../../application/inbound/extend-wrap-up.ts';
import { againstCalling } from '../../application/ledger/may-call.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { answerText } from '../../application/texting/answer-text.ts';
import { takeText } from '../../application/texting/take-text.ts';
import { type AgentId, agentId } from '../../domain/model/ids.ts';
import { instant, parseInstant, toIso } from '../../domain/model/instant.ts';
import { mask } from '../../domain/model/mask.ts';
import { agentOf, type Caller, nameOf } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { matchingRecords } from '../matching.ts';
import { readNumber } from '../number-read.ts';
import { type Problem, problem, refusedFor } from '../problems.ts';
import type { DESK_WRITES } from '../routes/desk.ts';
import { isUnclaimedFor } from '../unclaimed.ts';
import { recordTag } from '../views.ts';
import { mayDo, recordFor, refOf } from '../whose.ts';

export const deskWrites: RouteHandlers<typeof DESK_WRITES, PortsOf<'api-agent'>> = {
  async classifyRecord({ params, body, caller, ifMatch }, ports) {
    const definitions = ports.definitions.definitions();
    const isOfContact = body.attempt !== undefined || body.email !== undefined;
    const freedom = isOfContact ? undefined : 'classifyWithoutContact';
    const record = await recordFor(definitions, caller, refOf(params), ports.records, freedom);
    if ('problem' in record) return record;
    const own = agentOf(definitions, caller);
    if (own !== undefined && body.agent !== undefined && body.agent !== own)
      return problem('not-allowed', 'agents classify their own contacts');
    const { recontactAt, ...rest } = body;
    const answer = await classifyRecord(
      {
        ...params,
        ...rest,
        agent: own ?? body.agent ?? nameOf(caller),
        recontactAt: recontactAt === undefined ? undefined : Date.parse(recontactAt),
      },
      asRead(params, ifMatch, ports),
    );
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    const { classifier } = body;
    return {
      body: { record: params.record, classifier },
      etag: await tagOf(params, ports),
      changed: { from: { classifier: record.classifier ?? '' }, to: { classifier } },
    };
  },

  async setRecall({ params, body, caller, ifMatch }, ports) {
    const definitions = ports.definitions.definitions();
    const ref = refOf(params);
    const freedom = 'recallWithoutContact';
    const record = await recordFor(definitions, caller, ref, ports.records, freedom);
    if ('problem' in record) return record;
    const own = agentOf(definitions, caller);
    if (own !== undefined && body.agent !== undefined && body.agent !== own)
      return problem('not-allowed', 'agents set recalls in their own name');
    const agent = own ?? agentId(body.agent ?? nameOf(caller));
    const at = body.at === undefined ? undefined : parseInstant(body.at);
    const wish = { at, agent };
    const set = await setRecall(ref, wish, asRead(params, ifMatch, ports));
    if (set.kind === 'refused') return refusedFor(set.reasons);
    const when = toIso(set.at);
    return {
      body: { record: params.record, at: when },
      etag: await tagOf(params, ports),
      changed: set.kind === 'set' ? { to: { recall: when } } : undefined,
    };
  },

  async extendWrapUp({ params, caller, ifMatch }, ports) {
    const { agent, problem: wrong } = await agentAndRecord(params, caller, ports);
    if (wrong !== undefined) return wrong;
    const answer = await extendWrapUpTime({ ...params, agent }, asRead(params, ifMatch, ports));
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    const until = toIso(instant(answer.until));
    return {
      body: { until },
      etag: await tagOf(params, ports),
      changed: { to: { wrapUpUntil: until } },
    };
  },

  async answerText({ params, body, caller, ifMatch }, ports) {
    const { agent, problem: wrong } = await agentAndRecord(params, caller, ports);
    if (wrong !== undefined) return wrong;
    const answer = await answerText({ ...params, ...body, agent }, asRead(params, ifMatch, ports));
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    return {
      body: { ordered: true },
      etag: await tagOf(params, ports),
      changed: { to: { answer: body.id } },
    };
  },

  async takeText({ params, body, caller, ifMatch }, ports) {
    const definitions = ports.definitions.definitions();
    const self = agentOf(definitions, caller);
    // what nobody has is no record of theirs yet
    const isOpenTo = self !== undefined && (await isUnclaimedFor(self, params, ports));
    const { agent, problem: wrong } = isOpenTo
      ? { agent: self }
      : await agentAndRecord(params, caller, ports);
    if (wrong !== undefined) return wrong;
    const { press } = body;
    const answer = await takeText({ ...params, agent, press }, asRead(params, ifMatch, ports));
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    return {
      body: { outcome: answer.kind },
      etag: await tagOf(params, ports),
      changed: { to: { conversation: answer.kind } },
    };
  },

  async permitCall({ body: { number, campaign }, caller }, ports) {
    const definitions = ports.definitions.definitions();
    if (!mayDo(definitions, caller, campaign, 'callOthers'))
      return problem('not-allowed', 'the campaign lets its agents call nobody else');
    const { phone, refused } = readNumber(number, definitions, campaign);
    if (phone === undefined) return refusedFor([refused]);
    const reasons = await againstCalling({ phone, campaign }, ports);
    if (reasons.length > 0) return refusedFor(reasons);
    return { body: { phone }, changed: { to: { called: mask(phone), campaign } } };
  },

  async answerOffer({ params, body, caller, ifMatch }, ports) {
    const { agent, problem: wrong } = await agentAndRecord(params, caller, ports);
    if (wrong !== undefined) return wrong;
    const answer = await callRecord(
      { ...params, agent, press: body.press },
      asRead(params, ifMatch, ports),
    );
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    const seconds = answer.kind === 'accepted' ? answer.seconds : undefined;
    return {
      body: { outcome: answer.kind, seconds },
      etag: await tagOf(params, ports),
      changed: { to: { press: body.press, outcome: answer.kind } },
    };
  },
};

type RecordParams = { readonly campaign: string; readonly record: string };

/** The ports, held to the state of the record that the agent has seen. */
const asRead = (
  params: RecordParams,
  ifMatch: readonly string[] | undefined,
  ports: PortsOf<'api-agent'>,
) => ({ ...ports, records: matchingRecords(ports.records, refOf(params), ifMatch) });

async function tagOf(params: RecordParams, { records }: PortsOf<'api-agent'>): Promise<string> {
  const record = await records.load(refOf(params));
  return record === undefined ? '' : recordTag(record);
}

type AgentAndRecord =
  | { readonly agent: AgentId; readonly problem?: undefined }
  | { readonly agent?: undefined; readonly problem: Problem };

/** The agent who asks, about a record that is theirs. */
async function agentAndRecord(
  params: { readonly campaign: string; readonly record: string },
  caller: Caller,
  ports: PortsOf<'api-agent'>,
): Promise<AgentAndRecord> {
  const definitions = ports.definitions.definitions();
  const agent = agentOf(definitions, caller);
  if (agent === undefined)
    return { problem: problem('not-allowed', 'you are no agent of this centre') };
  const record = await recordFor(definitions, caller, refOf(params), ports.records);
  return 'problem' in record ? { problem: record } : { agent };
}

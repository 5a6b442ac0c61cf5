// What agents do during their work: classify contacts and answer offers.
import { classifyRecord } from '../../application/classification/classify-record.ts';
import { setRecall } from '../../application/classification/set-recall.ts';
import { callRecord } from '../../application/dialing/call-record.ts';
import { extendWrapUpTime } from '../../application/inbound/extend-wrap-up.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { answerText } from '../../application/texting/answer-text.ts';
import { type AgentId, agentId } from '../../domain/model/ids.ts';
import { instant, parseInstant, toIso } from '../../domain/model/instant.ts';
import { agentOf, type Caller, nameOf } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { type Problem, problem, refusedFor } from '../problems.ts';
import type { DESK_WRITES } from '../routes/desk.ts';
import { recordFor, refOf } from '../whose.ts';

export const deskWrites: RouteHandlers<typeof DESK_WRITES, PortsOf<'api-agent'>> = {
  async classifyRecord({ params, body, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const freedom = body.attempt === undefined ? 'classifyWithoutContact' : undefined;
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
      ports,
    );
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    const { classifier } = body;
    return {
      body: { record: params.record, classifier },
      changed: { from: { classifier: record.classifier ?? '' }, to: { classifier } },
    };
  },

  async setRecall({ params, body, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const ref = refOf(params);
    const freedom = 'recallWithoutContact';
    const record = await recordFor(definitions, caller, ref, ports.records, freedom);
    if ('problem' in record) return record;
    const own = agentOf(definitions, caller);
    if (own !== undefined && body.agent !== undefined && body.agent !== own)
      return problem('not-allowed', 'agents set recalls in their own name');
    const agent = own ?? agentId(body.agent ?? nameOf(caller));
    const set = await setRecall(ref, { at: parseInstant(body.at), agent }, ports);
    if (set.kind === 'refused') return refusedFor(set.reasons);
    const at = toIso(set.at);
    const changed = set.kind === 'set' ? { to: { recall: at } } : undefined;
    return { body: { record: params.record, at }, changed };
  },

  async extendWrapUp({ params, caller }, ports) {
    const { agent, problem: wrong } = await agentAndRecord(params, caller, ports);
    if (wrong !== undefined) return wrong;
    const answer = await extendWrapUpTime({ ...params, agent }, ports);
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    const until = toIso(instant(answer.until));
    return { body: { until }, changed: { to: { wrapUpUntil: until } } };
  },

  async answerText({ params, body, caller }, ports) {
    const { agent, problem: wrong } = await agentAndRecord(params, caller, ports);
    if (wrong !== undefined) return wrong;
    const answer = await answerText({ ...params, ...body, agent }, ports);
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    return { body: { ordered: true }, changed: { to: { answer: body.id } } };
  },

  async answerOffer({ params, body, caller }, ports) {
    const { agent, problem: wrong } = await agentAndRecord(params, caller, ports);
    if (wrong !== undefined) return wrong;
    const answer = await callRecord({ ...params, agent, press: body.press }, ports);
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    const seconds = answer.kind === 'accepted' ? answer.seconds : undefined;
    return {
      body: { outcome: answer.kind, seconds },
      changed: { to: { press: body.press, outcome: answer.kind } },
    };
  },
};

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

// An agent's wish for further wrap-up time (INB-4).

import { inboundSetting } from '../../domain/calls/inbound-setting.ts';
import { extendWrapUp } from '../../domain/inbound/wrap-up.ts';
import { agentId, attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskOutput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Answer = TaskOutput<'extend-wrap-up'>;

export const extendWrapUpTime: UseCase<'extend-wrap-up', PortsOf<'extend-wrap-up'>> = (
  input,
  ports,
) => {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const id = attemptId(input.attempt);
  const { inbound } = inboundSetting(ports.definitions.definitions(), input.campaign) ?? {};
  return untilCommitted(`record ${input.record}`, async (): Promise<Answer | 'conflict'> => {
    const [record, attempt] = await Promise.all([
      ports.records.load(ref),
      ports.records.loadAttempt(ref, id),
    ]);
    if (record === undefined || attempt === undefined) {
      return { kind: 'refused', reasons: [`there is no call '${input.attempt}'`] };
    }
    const agent = agentId(input.agent);
    const wish = { inbound, record, attempt, agent, now: ports.clock.now() };
    const answer = extendWrapUp(wish);
    if (answer.kind === 'refused') return { kind: 'refused', reasons: [...answer.reasons] };
    const { until, change } = answer;
    if (change === undefined) return { kind: 'extended', until };
    const committed = await ports.records.commit(change);
    return committed === 'committed' ? { kind: 'extended', until } : 'conflict';
  });
};

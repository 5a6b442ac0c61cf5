// An agent's word on how a contact ended, taken in once with all that follows from it (CLS-14).
import { contactSettings } from '../../lib/domain/callee/callee-hours.ts';
import { hoursNamed } from '../../lib/domain/campaign-setting.ts';
import { type Classification, classify } from '../../lib/domain/classification.ts';
import { untilCommitted } from '../../lib/domain/contention.ts';
import { agentId, attemptId, campaignId, recordId } from '../../lib/domain/ids.ts';
import { instant } from '../../lib/domain/instant.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { TaskInput, TaskOutput, UseCase } from '../../lib/domain/tasks.ts';

type Needs = PortsOf<'classify-record'>;
type Answer = TaskOutput<'classify-record'>;

const refused = (...reasons: string[]): Answer => ({ kind: 'refused', reasons });

export const classifyRecord: UseCase<'classify-record', Needs> = async (input, ports) => {
  const definitions = ports.definitions.definitions();
  const campaign = definitions.campaigns[input.campaign];
  if (campaign === undefined) return refused(`there is no campaign '${input.campaign}'`);
  const zone = definitions.centre.timeZone;
  const recallHours = hoursNamed(definitions, campaign.channels.outbound?.recallHours);
  const contact = contactSettings(definitions, input.campaign);
  const settings = {
    campaign,
    zone,
    ...(recallHours && { recallHours }),
    ...(contact && { contact }),
  };
  return untilCommitted(`record ${input.record}`, () => once(input, settings, ports));
};

async function once(
  input: TaskInput<'classify-record'>,
  settings: Pick<Classification, 'campaign' | 'recallHours' | 'contact' | 'zone'>,
  ports: Needs,
): Promise<Answer | 'conflict'> {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const id = input.attempt === undefined ? undefined : attemptId(input.attempt);
  const [record, attempt] = await Promise.all([
    ports.records.load(ref),
    id === undefined ? undefined : ports.records.loadAttempt(ref, id),
  ]);
  if (record === undefined) return refused(`there is no record '${input.record}'`);
  if (id !== undefined && attempt === undefined) return refused(`there is no call '${id}'`);
  const result = classify({
    ...settings,
    record,
    classifier: input.classifier,
    agent: agentId(input.agent),
    fields: input.fields,
    now: ports.clock.now(),
    ...(attempt !== undefined && { attempt }),
    ...(input.recontactAt !== undefined && { recontactAt: instant(input.recontactAt) }),
  });
  if (result.kind === 'refused') return refused(...result.reasons);
  if (result.kind === 'known') return { kind: 'classified' };
  const committed = await ports.records.commit(result.change);
  return committed === 'committed' ? { kind: 'classified' } : 'conflict';
}

// The caller is recognised (IVR-5): by the number, by what they key, or by another system's word
// (INB-14). A call that another record held goes on at the recognised one: first there, then the
// other lets go; a run that died in between is finished by Connect's next try, or by the sweeper.

import {
  blockOf,
  type InboundSetting,
  inboundSetting,
} from '../../domain/calls/inbound-setting.ts';
import type { OnCall } from '../../domain/inbound/call-updates.ts';
import { callValues, valueAt } from '../../domain/inbound/call-values.ts';
import { recognise } from '../../domain/inbound/identify.ts';
import { attemptOfCall, letGo, takeCallIn } from '../../domain/inbound/inbound-attempt.ts';
import type { Gate } from '../../domain/model/gate.ts';
import { campaignId, contactId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { BlockOf } from '../../language/schema/ivr.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { askService } from './asking-services.ts';
import { callerIdentity, NOBODY } from './caller-identity.ts';
import { loadOrCreateCall } from './ensure-inbound-call.ts';

type Needs = PortsOf<'authorise-caller'>;
type Input = TaskInput<'authorise-caller'>;

interface Recognised {
  readonly record?: CampaignRecord;
  readonly gates: readonly Gate[];
}

export const authoriseCaller: UseCase<'authorise-caller', Needs> = async (input, ports) => {
  const definitions = ports.definitions.definitions();
  const setting = inboundSetting(definitions, input.campaign);
  const block = blockOf(definitions, input.ivr, input.block, 'authorise');
  const call = await loadOrCreateCall(input, ports);
  if (setting === undefined || block === undefined) return { outcome: 'failure', ...NOBODY };
  const recognised = await recogniseCaller(input, block, setting, call, ports);
  if (recognised.record === undefined) return failure(call, definitions, ports);
  const at = await moveTo(recognised.record, recognised.gates, input, setting, call, ports);
  const identity = await callerIdentity(at.record, at.attempt, definitions, ports);
  return { outcome: 'success', ...identity };
};

async function failure(call: OnCall | undefined, definitions: Definitions, ports: Needs) {
  const identity = call && (await callerIdentity(call.record, call.attempt, definitions, ports));
  return { outcome: 'failure' as const, ...(identity ?? NOBODY) };
}

async function recogniseCaller(
  input: Input,
  block: BlockOf<'authorise'>,
  { inbound }: InboundSetting,
  call: OnCall | undefined,
  ports: Needs,
): Promise<Recognised> {
  const { authorisation } = inbound;
  const phone = call?.attempt.endpoint ?? input.from ?? '';
  if (authorisation !== 'internal') {
    const values = callValues(input);
    const keyed = input.digits === undefined ? values : { ...values, entered: input.digits };
    const answer = await askService(authorisation.request, keyed, ports);
    const value =
      answer.kind === 'answered' ? valueAt(answer.body, authorisation.record) : undefined;
    if (value === undefined)
      return refusedBy(answer.kind === 'failed' ? answer.because : 'named no record');
    return byValue(authorisation.field, value, phone, input, ports);
  }
  if (block.ask !== undefined && block.field !== undefined) {
    if (input.digits === undefined) return refusedBy('nothing was keyed');
    return byValue(block.field, input.digits, phone, input, ports);
  }
  const identity = call?.attempt.inbound?.identity ?? 'none';
  const gates = [{ gate: 'records-with-number', passed: identity === 'one', saw: identity }];
  return identity === 'one' && call !== undefined ? { record: call.record, gates } : { gates };
}

const refusedBy = (saw: string): Recognised => ({
  gates: [{ gate: 'caller-recognised', passed: false, saw }],
});

async function byValue(
  field: string,
  value: string,
  phone: string,
  { campaign }: Input,
  { records }: Needs,
): Promise<Recognised> {
  const named = await records.lookUp(campaignId(campaign), { by: 'field', field, value });
  const { recognised, gates } = recognise(named, phone);
  return recognised === undefined ? { gates } : { record: recognised, gates };
}

/** The call as it stands with the recognised record. */
async function moveTo(
  target: CampaignRecord,
  gates: readonly Gate[],
  input: Input,
  setting: InboundSetting,
  held: OnCall | undefined,
  ports: Needs,
): Promise<Pick<OnCall, 'record' | 'attempt'>> {
  if (held?.record.record === target.record) return held;
  const at = await takeOver(target, gates, input, setting, held, ports);
  if (held !== undefined) await letGoOf(held, target, ports);
  return at;
}

function takeOver(
  target: CampaignRecord,
  gates: readonly Gate[],
  input: Input,
  { times }: InboundSetting,
  held: OnCall | undefined,
  ports: Needs,
): Promise<Pick<OnCall, 'record' | 'attempt'>> {
  const contact = contactId(input.contact);
  const id = attemptOfCall(contact);
  return untilCommitted(`record ${target.record}`, async () => {
    const [record = target, there] = await Promise.all([
      ports.records.load(target),
      ports.records.loadAttempt(target, id),
    ]);
    if (there !== undefined && !there.settled) return { record, attempt: there };
    const { ivr, to } = input;
    const from = held?.record.record;
    const call = held?.attempt.inbound;
    const change = takeCallIn(
      record,
      {
        contact,
        ivr,
        phone: held?.attempt.endpoint ?? '',
        to,
        identity: 'one',
        gates,
        times,
        moved:
          held && from !== undefined && call ? { from, call, attempt: held.attempt } : undefined,
        now: ports.clock.now(),
      },
      there,
    );
    const committed = await ports.records.commit(change);
    if (committed !== 'committed' || change.attempt === undefined) return 'conflict';
    return { record: change.after, attempt: change.attempt.after };
  });
}

async function letGoOf(
  { record: { campaign, record: from }, attempt }: OnCall,
  { record: to }: CampaignRecord,
  ports: Needs,
): Promise<void> {
  const ref = { campaign, record: from };
  await untilCommitted(`record ${from}`, async () => {
    const [record, held] = await Promise.all([
      ports.records.load(ref),
      ports.records.loadAttempt(ref, attempt.id),
    ]);
    if (record === undefined || held === undefined) return 'gone';
    const because = 'the caller was recognised';
    const change = letGo(record, held, { record: to, because }, ports.clock.now());
    return change === undefined ? 'let go before' : ports.records.commit(change);
  });
}

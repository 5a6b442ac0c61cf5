// A caller is called back for the survey (INB-9), once: as with calls of the dialer it is noted
// that Connect is asked before it is, and what a run that died there has left is not repeated
// (DIA-7).

import { inboundSetting } from '../../domain/calls/inbound-setting.ts';
import {
  noteSurveyAsked,
  noteSurveyCall,
  noteSurveyNotAsked,
  type OnCall,
} from '../../domain/inbound/call-updates.ts';
import { surveyAfter } from '../../domain/inbound/survey.ts';
import type { Change } from '../../domain/model/change.ts';
import { attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import type { Dialed, SurveyRequest } from '../ports/telephony.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = PortsOf<'place-survey-call'>;
type Input = TaskInput<'place-survey-call'>;

/** Seconds a caller's telephone rings; Connect takes 15 to 60. */
const RINGS_FOR = 30;

export const placeSurveyCall: UseCase<'place-survey-call', Needs> = async (input, ports) => {
  const call = await load(input, ports);
  if (call === undefined) return { outcome: 'gone' };
  const { attempt } = call;
  if (attempt.timestamps.disconnected === undefined && !attempt.settled) {
    throw new Fault('RecordContended', 'the call is not over yet');
  }
  const inbound = inboundSetting(ports.definitions.definitions(), input.campaign)?.inbound;
  const decision = surveyAfter(attempt, inbound);
  if (decision.kind === 'none') return { outcome: `not called: ${decision.because}` };
  if (attempt.inbound?.surveyAskedAt !== undefined) return { outcome: 'asked for before' };
  const token = await ports.throttle.take(ports.clock.now());
  if (!token.granted) throw new Fault('TelephonyUnavailable', 'the call rate is used up');
  if (!(await noteOnce(input, ports))) return { outcome: 'asked for before' };
  const dialed = await dial(requestOf(call, ports), input, ports);
  const told = dialed.kind === 'accepted' ? dialed : { because: dialed.reason };
  await note(input, ports, (now) => noteSurveyCall(now, told));
  return { outcome: dialed.kind };
};

async function load(input: Input, { records, clock }: Needs): Promise<OnCall | undefined> {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const [record, attempt] = await Promise.all([
    records.load(ref),
    records.loadAttempt(ref, attemptId(input.attempt)),
  ]);
  return record && attempt && { record, attempt, now: clock.now() };
}

function note(
  input: Input,
  ports: Needs,
  change: (call: OnCall) => Change | undefined,
): Promise<boolean> {
  return untilCommitted(`record ${input.record}`, async () => {
    const call = await load(input, ports);
    const wanted = call && change(call);
    if (wanted === undefined) return false;
    return (await ports.records.commit(wanted)) === 'committed' ? true : 'conflict';
  });
}

/** Whether this run is the one that may ask Connect. */
const noteOnce = (input: Input, ports: Needs): Promise<boolean> =>
  note(input, ports, (call) =>
    call.attempt.inbound?.surveyAskedAt === undefined ? noteSurveyAsked(call) : undefined,
  );

async function dial(request: SurveyRequest, input: Input, ports: Needs): Promise<Dialed> {
  try {
    return await ports.telephony.dialSurvey(request);
  } catch (error) {
    if (error instanceof Fault && error.name === 'TelephonyUnavailable') {
      await note(input, ports, noteSurveyNotAsked);
    }
    throw error;
  }
}

/** The number shown is the one the caller had dialed. */
function requestOf({ record, attempt }: OnCall, { definitions }: Needs): SurveyRequest {
  const { numbers } = definitions.definitions().centre;
  const inbound = definitions.definitions().campaigns[record.campaign]?.channels.inbound;
  const dialed = Object.keys(numbers).find((id) => {
    const own = numbers[id];
    return own !== undefined && 'number' in own && own.number === attempt.inbound?.to;
  });
  const callerId = dialed ?? inbound?.numbers[0];
  return {
    attempt: attempt.id,
    ref: { campaign: record.campaign, record: record.record },
    phone: attempt.endpoint,
    ringFor: RINGS_FOR,
    callerId,
  };
}

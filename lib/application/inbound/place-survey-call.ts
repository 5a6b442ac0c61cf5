// A caller is called back for the survey (INB-9), once, as calls of the dialer are (ask-once.ts).

import { inboundSetting } from '../../domain/calls/inbound-setting.ts';
import {
  noteSurveyAsked,
  noteSurveyCall,
  noteSurveyNotAsked,
} from '../../domain/inbound/call-updates.ts';
import { surveyAfter } from '../../domain/inbound/survey.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import { attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import {
  askOnce,
  commitAttempt,
  type LoadedAttempt,
  loadAttempt,
  type OnceAsked,
} from '../dialing/ask-once.ts';
import type { SurveyRequest } from '../ports/telephony.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';

type Needs = PortsOf<'place-survey-call'>;

/** Seconds a caller's telephone rings; Connect takes 15 to 60. */
const RINGS_FOR = 30;

export const placeSurveyCall: UseCase<'place-survey-call', Needs> = async (input, ports) => {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const call: AttemptRef = { ref, attempt: attemptId(input.attempt) };
  const loaded = await loadAttempt(call, ports);
  if (loaded === undefined) return { outcome: 'gone' };
  const { attempt } = loaded;
  if (attempt.timestamps.disconnected === undefined && !attempt.settled) {
    throw new Fault('RecordContended', 'the call is not over yet');
  }
  const inbound = inboundSetting(ports.definitions.definitions(), input.campaign)?.inbound;
  const decision = surveyAfter(attempt, inbound);
  if (decision.kind === 'none') return { outcome: `not called: ${decision.because}` };
  if (attempt.inbound?.surveyAskedAt !== undefined) return { outcome: 'asked for before' };
  const token = await ports.throttle.take(ports.clock.now());
  if (!token.granted) throw new Fault('TelephonyUnavailable', 'the call rate is used up');
  const answer = await askOnce(call, ports, askingFor(requestOf(loaded, ports), ports));
  if (answer === undefined) return { outcome: 'asked for before' };
  const { dialed } = answer;
  const result = dialed.kind === 'accepted' ? dialed : { because: dialed.reason };
  await commitAttempt(call, ports, (on) =>
    noteSurveyCall({ ...on, now: ports.clock.now() }, result),
  );
  return { outcome: dialed.kind };
};

const askingFor = (request: SurveyRequest, ports: Needs): OnceAsked => ({
  record: (call) =>
    call.attempt.inbound?.surveyAskedAt === undefined
      ? noteSurveyAsked({ ...call, now: ports.clock.now() })
      : undefined,
  takeBack: (call) => noteSurveyNotAsked({ ...call, now: ports.clock.now() }),
  ask: () => ports.telephony.dialSurvey(request),
});

/** The number shown is the one the caller had dialed. */
function requestOf({ record, attempt }: LoadedAttempt, { definitions }: Needs): SurveyRequest {
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

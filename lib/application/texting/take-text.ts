// An agent accepts or rejects a conversation that was announced to them (CAM-21). Rejected, it
// comes to whoever of the queue would have had it without them.
import { agentId, attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import { acceptText, againstAnswering, rejectText } from '../../domain/texting/announced.ts';
import { readerOf } from '../../domain/texting/replies.ts';
import { type TextSetting, textSetting } from '../../domain/texting/text-setting.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = Pick<Ports, 'clock' | 'definitions' | 'records' | 'agents'>;

export interface TextPress {
  readonly campaign: string;
  readonly record: string;
  readonly attempt: string;
  readonly agent: string;
  readonly press: 'accept' | 'reject';
}

export type TextAnswered =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'rejected'; readonly next: string | undefined }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export async function takeText(input: TextPress, ports: Needs): Promise<TextAnswered> {
  const setting = textSetting(ports.definitions.definitions(), input.campaign);
  if (setting === undefined)
    return { kind: 'refused', reasons: [`there is no SMS campaign '${input.campaign}'`] };
  return untilCommitted(`record ${input.record}`, () => press(input, setting, ports));
}

async function press(
  input: TextPress,
  { sms, queue }: TextSetting,
  ports: Needs,
): Promise<TextAnswered | 'conflict'> {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const agent = agentId(input.agent);
  const [record, attempt] = await Promise.all([
    ports.records.load(ref),
    ports.records.loadAttempt(ref, attemptId(input.attempt)),
  ]);
  if (record === undefined || attempt === undefined)
    return { kind: 'refused', reasons: ['there is no such conversation'] };
  const reasons = againstAnswering(record, attempt, agent);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const now = ports.clock.now();
  if (input.press === 'accept') {
    const change = acceptText(record, attempt, agent, now);
    if (change === undefined) return { kind: 'accepted' };
    return (await ports.records.commit(change)) === 'committed' ? { kind: 'accepted' } : 'conflict';
  }
  if (!attempt.rings) return { kind: 'refused', reasons: ['the conversation is accepted already'] };
  const presences = await ports.agents.ofGroups(queue?.groups ?? []);
  const next = readerOf(record, presences, attempt.version, (one) => one === agent);
  const change = rejectText(record, attempt, { agent, next, wrapUp: sms.wrapUp, now });
  const committed = await ports.records.commit(change);
  return committed === 'committed' ? { kind: 'rejected', next } : 'conflict';
}

// Takes a message (IVR-23). Connect has no voicemail: the call's own recording is switched on, and
// the times between which the caller speaks are stored, so that the message can be cut out after
// the call. Any key ends it, and so does hanging up.
import type { BlockOf } from '../../../language/schema/ivr.ts';
import type { JsonObject } from '../../json.ts';
import { oneKey, say, setRecording } from '../ivr-actions.ts';
import type { BlockAt, RenderBlock } from '../ivr-context.ts';
import { BEEP, silence, spoken } from '../spoken.ts';
import { SYSTEM_TEXTS } from '../system-texts.ts';
import { invokeTask, partOf } from './asking.ts';

export const renderVoicemail: RenderBlock<'voicemail'> = (block, at) => {
  const own = partOf(at);
  const conversation = at.context.inbound.recording;
  const words = announcement(block, at);
  const on = words ? own('record') : at.id;
  const end = own('end');
  const mark = (id: string, phase: string, next: string, failed: string) =>
    invokeTask(id, at, { task: 'mark-voicemail', with: { phase }, next, failed });
  return [
    ...(words ? [say(at.id, words, on)] : []),
    setRecording(on, { conversation: false, ivr: true }, own('begin')),
    mark(own('begin'), 'begin', own('beep'), own('off')),
    say(own('beep'), BEEP, own('listen')),
    oneKey(own('listen'), {
      speech: silence(1),
      wait: block.longest,
      keys: [],
      wrong: end,
      silence: end,
      failed: end,
    }),
    mark(end, 'end', own('off'), own('off')),
    setRecording(own('off'), { conversation, ivr: false }, at.to(block.next)),
  ];
};

function announcement(block: BlockOf<'voicemail'>, { context }: BlockAt): JsonObject | undefined {
  if (block.say !== undefined) return spoken(block.say, context.references);
  if (context.inbound.voicemail?.announcement === false) return undefined;
  return { Text: SYSTEM_TEXTS[context.language].leaveMessage };
}

// The callback block of an IVR (IVR-24, INB-13). The wish is kept with the call and becomes a recall on the record when the call
// ends without an agent: while the caller is on the line nobody dials them. Whether it can be done is said at once.

import { type CallBack, callBackOf } from '../../lib/domain/inbound/call-back.ts';
import {
  noteCallBack,
  noteRefusedCallBack,
  type OnCall,
} from '../../lib/domain/inbound/call-notes.ts';
import { noteOnAnsweredCall } from '../../lib/domain/inbound/caller-in.ts';
import {
  blockOf,
  type InboundSetting,
  inboundSetting,
} from '../../lib/domain/inbound/inbound-setting.ts';
import { plus } from '../../lib/domain/instant.ts';
import { normalisePhone } from '../../lib/domain/phone.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { TaskInput, UseCase } from '../../lib/domain/tasks.ts';
import type { BlockOf } from '../../lib/language/schema/ivr.ts';

type Input = TaskInput<'schedule-callback'>;

export const scheduleCallback: UseCase<'schedule-callback', PortsOf<'schedule-callback'>> = async (
  input,
  ports,
) => {
  const definitions = ports.definitions.definitions();
  const setting = inboundSetting(definitions, input.campaign);
  const block = blockOf(definitions, input.ivr, input.block, 'callback');
  if (setting === undefined || block === undefined) return { outcome: 'refused' };
  let set = false;
  await noteOnAnsweredCall(input, ports, (call) => {
    set = false;
    if (call.attempt.settled) return undefined;
    const number = numberFor(input, block, call, setting);
    if ('because' in number) return noteRefusedCallBack(call, number.because);
    const wish = { wanted: plus(call.now, block.after), phone: number.phone };
    const { verdict }: CallBack = callBackOf({
      record: call.record,
      phone: call.attempt.phone,
      wish,
      now: call.now,
      setting: setting.callBack,
      ...(call.attempt.inbound?.took && { took: call.attempt.inbound.took }),
    });
    if (verdict.kind === 'none') return noteRefusedCallBack(call, verdict.because);
    set = true;
    return noteCallBack(call, wish);
  });
  return { outcome: set ? 'set' : 'refused' };
};

function numberFor(
  { number }: Input,
  block: BlockOf<'callback'>,
  { attempt }: OnCall,
  { country }: InboundSetting,
): { readonly phone: string } | { readonly because: string } {
  if (block.number === 'caller') {
    return attempt.phone === '' ? { because: 'the number is withheld' } : { phone: attempt.phone };
  }
  const keyed = normalisePhone(number ?? '', country);
  return keyed.kind === 'ok' ? keyed : { because: `the number keyed ${keyed.reason}` };
}

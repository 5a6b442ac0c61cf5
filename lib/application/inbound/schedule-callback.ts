// The callback block of an IVR (IVR-24, INB-13). The wish is kept with the call and becomes a
// recall on the record when the call ends without an agent: while the caller is on the line nobody
// dials them. Whether it can be done is said at once.

import { type CallBack, callBackOf } from '../../domain/calls/call-back.ts';
import {
  blockOf,
  type InboundSetting,
  inboundSetting,
} from '../../domain/calls/inbound-setting.ts';
import {
  noteCallBack,
  noteRefusedCallBack,
  type OnCall,
} from '../../domain/inbound/call-updates.ts';
import { plus } from '../../domain/model/instant.ts';
import { normalisePhone } from '../../domain/records/phone.ts';
import type { BlockOf } from '../../language/schema/ivr.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { noteOnAnsweredCall } from './ensure-inbound-call.ts';

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
      phone: call.attempt.endpoint,
      wish,
      now: call.now,
      setting: setting.callBack,
      took: call.attempt.inbound?.took,
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
    return attempt.endpoint === ''
      ? { because: 'the number is withheld' }
      : { phone: attempt.endpoint };
  }
  const keyed = normalisePhone(number ?? '', country);
  return keyed.kind === 'ok' ? keyed : { because: `the number keyed ${keyed.reason}` };
}

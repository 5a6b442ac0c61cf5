// Forwards the call to an outside number (IVR-8). Without a caller id Connect shows the caller's
// own number. No event of Connect says that the call was answered outside, so the flow records it
// through a function.
import { action } from '../../flows/compose-flow.ts';
import type { RenderBlock } from '../ivr-context.ts';
import { invokeTask, partOf } from './asking.ts';

export const renderDial: RenderBlock<'dial'> = (block, at) => {
  const own = partOf(at);
  const { references } = at.context;
  const mark = (id: string, phase: string, next: string) =>
    invokeTask(id, at, { task: 'mark-forwarding', with: { phase }, next, failed: next });
  const failed = own('failed');
  return [
    mark(at.id, 'begin', own('dial')),
    action(
      own('dial'),
      'TransferParticipantToThirdParty',
      {
        ThirdPartyPhoneNumber: block.number,
        ThirdPartyConnectionTimeLimitSeconds: String(block.ringFor),
        ContinueFlowExecution: 'True',
        ...(block.callerId !== undefined && {
          CallerId: { Number: references.number(block.callerId) },
        }),
      },
      {
        next: own('taken'),
        errors: {
          CallFailed: failed,
          ConnectionTimeLimitExceeded: failed,
          NoMatchingError: failed,
        },
      },
    ),
    mark(own('taken'), 'taken', at.to(block.next)),
    mark(failed, 'failed', at.to(block.failed)),
  ];
};

import { action } from '../../flows/compose-flow.ts';
import type { RenderBlock } from '../call-facts.ts';

/** Without a caller id Connect shows the caller's own number. */
export const renderDial: RenderBlock<'dial'> = (block, at) => {
  const failed = at.to(block.failed);
  const { references } = at.call;
  return [
    action(
      at.id,
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
        next: at.to(block.next),
        errors: {
          CallFailed: failed,
          ConnectionTimeLimitExceeded: failed,
          NoMatchingError: failed,
        },
      },
    ),
  ];
};

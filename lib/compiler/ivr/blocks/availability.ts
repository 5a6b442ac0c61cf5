// Days, hours and exceptions (IVR-7). If the hours cannot be read the answer is closed: callers
// must not wait for agents who are not there.
import { action, whenEquals } from '../../flows/compose-flow.ts';
import type { RenderBlock } from '../ivr-context.ts';

export const renderAvailability: RenderBlock<'availability'> = (block, at) => {
  const [open, closed] = [at.to(block.open), at.to(block.closed)];
  return [
    action(
      at.id,
      'CheckHoursOfOperation',
      { HoursOfOperationId: at.context.references.hours(block.hours) },
      {
        next: closed,
        errors: { NoMatchingError: closed },
        conditions: [whenEquals('True', open), whenEquals('False', closed)],
      },
    ),
  ];
};

import { action, whenEquals } from '../../flows/compose-flow.ts';
import type { RenderBlock } from '../call-facts.ts';

/**
 * When nobody can tell whether it is open, it is closed: a caller must not wait for agents who are
 * not there.
 */
export const renderAvailability: RenderBlock<'availability'> = (block, at) => {
  const [open, closed] = [at.to(block.open), at.to(block.closed)];
  return [
    action(
      at.id,
      'CheckHoursOfOperation',
      { HoursOfOperationId: at.call.references.hours(block.hours) },
      {
        next: closed,
        errors: { NoMatchingError: closed },
        conditions: [whenEquals('True', open), whenEquals('False', closed)],
      },
    ),
  ];
};

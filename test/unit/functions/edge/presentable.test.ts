import { describe, expect, it } from 'vitest';
import { presentable } from '../../../../functions/edge/presentable.ts';

describe('an error in a log', () => {
  it('shows neither numbers nor addresses, in its causes neither', () => {
    const error = new Error('cannot send to +48600100200', { cause: new Error('ann@x.example') });

    const shown = presentable(error);

    expect(shown.message).toBe('cannot send to …200');
    expect(shown.cause).toMatchObject({ message: 'a…@x.example' });
  });

  it('shows nothing of an item that DynamoDB repeats, such as the name of a person', () => {
    const message =
      "1 validation error detected: Value '[TransactWriteItem(put=Put(item={name={S=Ann O'Hara}}))]' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100";

    const shown = presentable(new Error(message));

    expect(shown.message).toBe(
      "1 validation error detected: Value '…' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100",
    );
    expect(shown.stack).not.toContain('Hara');
  });
});

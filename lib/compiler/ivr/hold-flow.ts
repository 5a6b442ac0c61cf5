// What callers hear on hold (INB-5), type CUSTOMER_HOLD: one action that plays endlessly; a hold
// flow cannot end otherwise.
import { composeFlow } from '../flows/compose-flow.ts';
import type { CompiledFlow } from './compiled-ivr.ts';
import { HOLD } from './flow-keys.ts';
import type { IvrContext } from './ivr-context.ts';

export function renderHoldFlow({ references }: IvrContext, music: string): CompiledFlow {
  const flow = composeFlow('Hold music', [
    {
      Identifier: 'play',
      Type: 'MessageParticipantIteratively',
      Parameters: { Messages: [{ PromptId: references.prompt(music) }] },
      Transitions: {},
    },
  ]);
  return { key: HOLD, type: 'CUSTOMER_HOLD', flow };
}

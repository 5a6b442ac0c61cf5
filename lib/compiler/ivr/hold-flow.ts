// What callers hear on hold (INB-5), type CUSTOMER_HOLD: one action that plays for ever; such flows
// know no other way to end.
import { composeFlow } from '../flows/compose-flow.ts';
import type { CallFacts } from './call-facts.ts';
import type { CompiledFlow } from './compiled-ivr.ts';
import { HOLD } from './flow-keys.ts';

export function renderHoldFlow({ references }: CallFacts, music: string): CompiledFlow {
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

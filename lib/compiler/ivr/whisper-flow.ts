// What one side hears when an agent takes the call, before they hear each other; in the voice the
// call began with. Without it Connect's own whispers run: the queue's name for the agent, a tone
// for the caller.
import type { Say } from '../../language/schema/ivr.ts';
import { composeFlow } from '../flows/compose-flow.ts';
import type { CompiledFlow } from './compiled-ivr.ts';
import { WHISPERS, type Whisper } from './flow-keys.ts';
import { say } from './ivr-actions.ts';
import type { IvrContext } from './ivr-context.ts';
import { spoken } from './spoken.ts';

export function renderWhisperFlow(
  { references }: IvrContext,
  to: Whisper,
  words: Say,
): CompiledFlow {
  const flow = composeFlow(`Whisper to the ${to}`, [
    say('say', spoken(words, references), 'end'),
    { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
  ]);
  const { key, type } = WHISPERS[to];
  return { key, type, flow };
}

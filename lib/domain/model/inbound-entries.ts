// Journal entries about inbound calls. The texts go into the published event catalogue (WHK-1).
import { z } from 'zod';
import { At, callShape, entry, Gates } from './journal-shapes.ts';

export const INBOUND_ENTRIES = [
  entry('call.received', {
    ...callShape,
    contact: z.string(),
    ivr: z.string(),
    phoneEnds: z.string(),
    identity: z.enum(['one', 'several', 'none']),
    movedFrom: z.string().optional(),
    gates: Gates,
  }).describe(
    'A customer called. `identity` says how many records have the number; `movedFrom` names the record that held the call until the caller was recognised.',
  ),
  entry('call.moved', { ...callShape, to: z.string(), because: z.string() }).describe(
    'The caller turned out to be another record: the call goes on there.',
  ),
  entry('call.prioritised', {
    ...callShape,
    queue: z.string(),
    level: z.number(),
    reserve: z.enum(['private', 'last', 'none']),
    agent: z.string().optional(),
    gates: Gates,
  }).describe(
    'How the caller waits was decided: the priority, 1 is served first, and for whom first.',
  ),
  entry('call.missed', { ...callShape, gates: Gates }).describe(
    'An inbound call ended without an agent; the gates say whether it is called back.',
  ),
  entry('call.forwarded', { ...callShape, block: z.string(), gates: Gates }).describe(
    'An inbound call ended without an agent, but was taken at a number outside; the gates say how that is known, and whether it is called back all the same.',
  ),
  entry('callback.requested', { ...callShape, wanted: At, phoneEnds: z.string() }).describe(
    'The caller asked to be called back; it is scheduled when the call ends without an agent.',
  ),
  entry('callback.refused', { ...callShape, because: z.string() }).describe(
    'The caller asked to be called back, which cannot be done.',
  ),
  entry('voicemail.taken', { ...callShape, key: z.string(), seconds: z.number() }).describe(
    'The caller left a message; `key` names it in the recordings bucket.',
  ),
  entry('survey.answered', { ...callShape, question: z.string(), key: z.string() }).describe(
    'The caller answered a question of the survey.',
  ),
  entry('survey.called', { ...callShape, contact: z.string() }).describe(
    'The caller is called back for the survey.',
  ),
  entry('survey.not-called', { ...callShape, because: z.string() }).describe(
    'The caller is not called back for the survey.',
  ),
  entry('wrap-up.extended', { ...callShape, agent: z.string(), until: At }).describe(
    'The agent took the further wrap-up time.',
  ),
] as const;

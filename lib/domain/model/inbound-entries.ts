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
    'A customer called (INB-1). `identity` says how many records have the number; `movedFrom` names the record that held the call until the caller was recognised.',
  ),
  entry('call.moved', { ...callShape, to: z.string(), because: z.string() }).describe(
    'The caller turned out to be another record: the call goes on there (IVR-5).',
  ),
  entry('call.prioritised', {
    ...callShape,
    queue: z.string(),
    level: z.number(),
    reserve: z.enum(['private', 'last', 'none']),
    agent: z.string().optional(),
    gates: Gates,
  }).describe(
    'How the caller waits was decided: the priority, 1 is served first, and for whom first (PRI-3, IVR-17, INB-10, INB-11).',
  ),
  entry('call.missed', { ...callShape, gates: Gates }).describe(
    'An inbound call ended without an agent (WHK-1); the gates say whether it is called back (INB-13).',
  ),
  entry('call.forwarded', { ...callShape, block: z.string(), gates: Gates }).describe(
    'An inbound call ended without an agent, but was taken at a number outside (IVR-8); the gates say how that is known, and whether it is called back all the same.',
  ),
  entry('callback.requested', { ...callShape, wanted: At, phoneEnds: z.string() }).describe(
    'The caller asked to be called back (IVR-24); it is scheduled when the call ends without an agent.',
  ),
  entry('callback.refused', { ...callShape, because: z.string() }).describe(
    'The caller asked to be called back, which cannot be done.',
  ),
  entry('voicemail.taken', { ...callShape, key: z.string(), seconds: z.number() }).describe(
    'The caller left a message (IVR-23, INB-6); `key` names it in the recordings bucket.',
  ),
  entry('survey.answered', { ...callShape, question: z.string(), key: z.string() }).describe(
    'The caller answered a question of the survey (INB-9).',
  ),
  entry('survey.called', { ...callShape, contact: z.string() }).describe(
    'The caller is called back for the survey (INB-9).',
  ),
  entry('survey.not-called', { ...callShape, because: z.string() }).describe(
    'The caller is not called back for the survey.',
  ),
  entry('wrap-up.extended', { ...callShape, agent: z.string(), until: At }).describe(
    'The agent took the further wrap-up time (INB-4).',
  ),
] as const;

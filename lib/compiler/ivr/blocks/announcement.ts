// Plays a text or a recording (IVR-21).
import { say } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';
import { spoken } from '../spoken.ts';

export const renderAnnouncement: RenderBlock<'announcement'> = (block, at) => [
  say(at.id, spoken(block.say, at.context.references), at.to(block.next)),
];

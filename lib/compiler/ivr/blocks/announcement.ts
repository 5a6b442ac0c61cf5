import type { RenderBlock } from '../call-facts.ts';
import { say } from '../ivr-actions.ts';
import { spoken } from '../spoken.ts';

export const renderAnnouncement: RenderBlock<'announcement'> = (block, at) => [
  say(at.id, spoken(block.say, at.call.references), at.to(block.next)),
];

import { terminal } from '../../flows/compose-flow.ts';
import type { RenderBlock } from '../call-facts.ts';

export const renderDisconnect: RenderBlock<'disconnect'> = (_, at) => [
  terminal(at.id, 'DisconnectParticipant'),
];

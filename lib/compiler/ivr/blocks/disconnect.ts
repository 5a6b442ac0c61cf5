// Hangs up (IVR-20).
import { terminal } from '../../flows/compose-flow.ts';
import type { RenderBlock } from '../ivr-context.ts';

export const renderDisconnect: RenderBlock<'disconnect'> = (_, at) => [
  terminal(at.id, 'DisconnectParticipant'),
];

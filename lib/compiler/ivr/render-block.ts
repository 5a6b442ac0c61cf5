// One renderer per kind of block. Jumps leave nothing behind: what leads to one leads to where it
// leads.
import { invariant } from '../../domain/model/invariant.ts';
import type { BlockKind } from '../../language/schema/ivr.ts';
import type { Action } from '../flows/flow.ts';
import { renderAnnouncement } from './blocks/announcement.ts';
import { renderAnswer } from './blocks/answer.ts';
import { renderApiCondition } from './blocks/api-condition.ts';
import { renderApiLogin } from './blocks/api-login.ts';
import { renderApiRequest } from './blocks/api-request.ts';
import { renderAuthorise } from './blocks/authorise.ts';
import { renderAuthoriseTicket } from './blocks/authorise-ticket.ts';
import { renderAvailability } from './blocks/availability.ts';
import { renderCallback } from './blocks/callback.ts';
import { renderCondition } from './blocks/condition.ts';
import { renderDial } from './blocks/dial.ts';
import { renderDisconnect } from './blocks/disconnect.ts';
import { renderExtension } from './blocks/extension.ts';
import { renderMenu } from './blocks/menu.ts';
import { renderNoSurvey } from './blocks/no-survey.ts';
import { renderOverflow } from './blocks/overflow.ts';
import { renderPriority } from './blocks/priority.ts';
import { renderQueue } from './blocks/queue.ts';
import { renderRouteByDestination } from './blocks/route-by-destination.ts';
import { renderRouteByIdentity } from './blocks/route-by-identity.ts';
import { renderRouteBySource } from './blocks/route-by-source.ts';
import { renderSmallWindow } from './blocks/small-window.ts';
import { renderVoicemail } from './blocks/voicemail.ts';
import type { FlowPlace, IvrContext, RenderBlock } from './ivr-context.ts';

type Renderers = { readonly [K in Exclude<BlockKind, 'jump'>]: RenderBlock<K> };

const RENDERERS: Renderers = {
  answer: renderAnswer,
  'api-login': renderApiLogin,
  'api-request': renderApiRequest,
  'api-condition': renderApiCondition,
  authorise: renderAuthorise,
  'authorise-ticket': renderAuthoriseTicket,
  availability: renderAvailability,
  dial: renderDial,
  'small-window': renderSmallWindow,
  'route-by-source': renderRouteBySource,
  'route-by-destination': renderRouteByDestination,
  'route-by-identity': renderRouteByIdentity,
  queue: renderQueue,
  menu: renderMenu,
  'no-survey': renderNoSurvey,
  extension: renderExtension,
  priority: renderPriority,
  overflow: renderOverflow,
  condition: renderCondition,
  disconnect: renderDisconnect,
  announcement: renderAnnouncement,
  voicemail: renderVoicemail,
  callback: renderCallback,
};

export function renderBlock(context: IvrContext, id: string, place: FlowPlace): readonly Action[] {
  const block = context.ivr.blocks[id];
  invariant(block && block.kind !== 'jump', `block '${id}' of IVR '${context.ivrId}' is rendered`);
  const render = RENDERERS[block.kind] as RenderBlock<BlockKind>;
  return render(block, { ...place, context, id });
}

// Whether the caller's number belongs to one record, to several or to none (IVR-12).
import { CALL_ATTRIBUTES } from '../../../domain/calls/call-attributes.ts';
import { whenEquals } from '../../flows/compose-flow.ts';
import { attribute } from '../flow-attributes.ts';
import { compare } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';

export const renderRouteByIdentity: RenderBlock<'route-by-identity'> = (block, at) => {
  const none = at.to(block.none);
  const paths = [
    whenEquals('one', at.to(block.one)),
    whenEquals('several', at.to(block.several)),
    whenEquals('none', none),
  ];
  return [compare(at.id, attribute(CALL_ATTRIBUTES.identity), paths, none)];
};

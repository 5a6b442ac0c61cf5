import { CALL_ATTRIBUTES } from '../../../domain/calls/call-attributes.ts';
import type { RenderBlock } from '../call-facts.ts';
import { keep } from '../ivr-actions.ts';

export const renderNoSurvey: RenderBlock<'no-survey'> = (block, at) => [
  keep(at.id, { [CALL_ATTRIBUTES.survey]: 'no' }, at.to(block.next)),
];

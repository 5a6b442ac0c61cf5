// No survey follows this call (IVR-15).
import { CALL_ATTRIBUTES } from '../../../domain/calls/call-attributes.ts';
import { keep } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';

export const renderNoSurvey: RenderBlock<'no-survey'> = (block, at) => [
  keep(at.id, { [CALL_ATTRIBUTES.survey]: 'no' }, at.to(block.next)),
];

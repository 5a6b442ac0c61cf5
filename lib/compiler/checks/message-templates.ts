import { readTemplate } from '../../domain/messaging/message-text.ts';
import type { Diagnostic } from '../../language/diagnostic.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import { didYouMean } from '../../language/nearest.ts';
import {
  type Check,
  type CheckFacts,
  campaignsUsing,
  tilePath,
  tilesOfKind,
} from './check-facts.ts';

interface Template {
  readonly rule: string;
  readonly tile: string;
  readonly part: 'text' | 'subject';
  readonly text: string;
}

/** Messages are valid templates over fields that every campaign using the rule has (SMS-5, CBR-11, CBR-12). */
export const messageTemplates: Check = function* (facts) {
  for (const template of templates(facts)) {
    const at = facts.places.keyAt([...tilePath(template.rule, template.tile), template.part]);
    const read = readTemplate(template.text);
    if (read.kind === 'broken') {
      const message = `the ${template.part} of tile '${template.tile}' is no valid template: ${read.reason}`;
      yield diagnostic('template-syntax', at, message);
      continue;
    }
    for (const field of read.fields) yield* fieldOfCampaigns(facts, template, field);
  }
};

function templates({ definitions }: CheckFacts): readonly Template[] {
  return [
    ...tilesOfKind(definitions, 'send-sms').map(
      ([rule, tile, { text }]): Template => ({ rule, tile, part: 'text', text }),
    ),
    ...tilesOfKind(definitions, 'send-email').flatMap(
      ([rule, tile, { subject, text }]): readonly Template[] => [
        { rule, tile, part: 'subject', text: subject },
        { rule, tile, part: 'text', text },
      ],
    ),
  ];
}

function* fieldOfCampaigns(
  { definitions, gaps, places }: CheckFacts,
  { rule, tile, part }: Template,
  field: string,
): Generator<Diagnostic> {
  for (const [campaign, { fields }] of campaignsUsing(definitions, rule)) {
    if (field in fields || gaps.mayHold(['campaigns', campaign, 'fields'], field)) continue;
    const at = places.keyAt([...tilePath(rule, tile), part]);
    const message = `tile '${tile}' writes {{ ${field} }}, but campaign '${campaign}' has no field '${field}'`;
    yield diagnostic('unknown-field', at, message, didYouMean(field, Object.keys(fields)));
  }
}

import { readTemplate } from '../../../domain/messaging/message-text.ts';
import type { Definitions } from '../../../language/definitions.ts';
import { CALL_VALUES } from '../../../language/schema/api-request.ts';
import type { Ivr } from '../../../language/schema/ivr.ts';
import { blocksFrom, ivrGraph } from '../../ivr/ivr-graph.ts';
import { blockPath, blocksOfKind, type Check, namesFrom, unlessKnown } from '../check-facts.ts';
import { callTemplates } from '../templates.ts';

/** Texts, requests and conditions use values a call has by then (IVR-3, IVR-4, IVR-19). */
export const unknownValue: Check = function* (facts) {
  const { definitions, places } = facts;
  const valuesAt = valuesOfIvrs(definitions);
  for (const { text, at, ivr, block } of callTemplates(facts)) {
    const read = readTemplate(text);
    const known = namesFrom(
      facts,
      ivr === undefined ? CALL_VALUES : valuesAt(ivr, block),
      ...(ivr === undefined ? [] : [['ivrs', ivr, 'blocks']]),
    );
    for (const value of read.kind === 'broken' ? [] : read.fields) {
      yield* unlessKnown(value, known, at, `nothing sets {{ ${value} }} before it is used here`);
    }
  }
  const conditions = [
    ...blocksOfKind(definitions, 'condition'),
    ...blocksOfKind(definitions, 'api-condition'),
  ];
  for (const [ivr, id, { value }] of conditions) {
    const at = places.valueAt([...blockPath(ivr, id), 'value']);
    const message = `nothing sets '${value}' before block '${id}' uses it`;
    const known = namesFrom(facts, valuesAt(ivr, id), ['ivrs', ivr, 'blocks']);
    yield* unlessKnown(value, known, at, message);
  }
};

/**
 * Values a call may have at a block: those saved on a path to it. Without a block: in all the IVR.
 */
type ValuesAt = (ivr: string, block?: string) => readonly string[];

function valuesOfIvrs({ ivrs }: Definitions): ValuesAt {
  const saved = new Map(Object.entries(ivrs).map(([id, ivr]) => [id, savedIn(ivr)]));
  return (ivr, block) => [
    ...CALL_VALUES,
    ...(saved.get(ivr) ?? []).flatMap(({ names, from }) =>
      block === undefined || from.has(block) ? names : [],
    ),
  ];
}

/** What each api-request saves, and the blocks a call can reach after it. */
function savedIn(ivr: Ivr) {
  const graph = ivrGraph(ivr);
  return Object.values(ivr.blocks).flatMap((block) => {
    if (block.kind !== 'api-request') return [];
    const names = Object.keys(block.save);
    return names.length === 0 ? [] : [{ names, from: blocksFrom(graph, block.next) }];
  });
}

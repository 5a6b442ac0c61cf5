import { readTemplate } from '../../domain/messaging/message-text.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Diagnostic } from '../../language/diagnostic.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import { didYouMean } from '../../language/nearest.ts';
import type { Path } from '../../language/read-yaml.ts';
import { type ApiRequest, CALL_VALUES } from '../../language/schema/api-request.ts';
import type { Ivr } from '../../language/schema/ivr.ts';
import { blocksFrom, ivrGraph } from '../ivr/ivr-graph.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  type CheckFacts,
  inboundCampaigns,
  inboundPath,
  namesFrom,
  unlessKnown,
} from './check-facts.ts';
import { spokenByCampaigns, spokenInIvrs } from './spoken.ts';

interface Template {
  readonly text: string;
  readonly path: Path;
  readonly values: readonly string[];
  readonly spoken: boolean;
  /** The IVR that sets its values; without it they are those every call has. */
  readonly ivr?: string;
}

/** Texts, requests and conditions use values that a call has: from the start, or saved by an api-request (IVR-3, IVR-4, IVR-19). */
export const knownValue: Check = function* (facts) {
  const valuesOf = valuesOfIvrs(facts.definitions);
  for (const template of templates(facts.definitions, valuesOf)) yield* inTemplate(facts, template);
  const conditions = [
    ...blocksOfKind(facts.definitions, 'condition'),
    ...blocksOfKind(facts.definitions, 'api-condition'),
  ];
  for (const [ivr, id, { value }] of conditions) {
    const at = facts.places.valueAt([...blockPath(ivr, id), 'value']);
    const message = `block '${id}' asks for '${value}', which nothing sets`;
    const known = namesFrom(facts, valuesOf(ivr, id), ['ivrs', ivr, 'blocks']);
    yield* unlessKnown('unknown-value', value, known, at, message);
  }
};

function* inTemplate({ gaps, places }: CheckFacts, template: Template): Generator<Diagnostic> {
  const at = places.valueAt(template.path);
  const read = readTemplate(template.text);
  if (read.kind === 'broken') {
    yield diagnostic('template-syntax', at, `no valid template: ${read.reason}`);
    return;
  }
  const beyond = template.spoken ? beyondValues(template.text) : undefined;
  if (beyond !== undefined) {
    yield diagnostic('spoken-template', at, `${beyond} is not spoken: only values are put in`);
  }
  if (template.ivr !== undefined && !gaps.isWhole(['ivrs', template.ivr, 'blocks'])) return;
  for (const value of read.fields.filter((name) => !template.values.includes(name))) {
    const message = `{{ ${value} }} is a value that nothing sets`;
    yield diagnostic('unknown-value', at, message, didYouMean(value, template.values));
  }
}

/** The first tag, or output that is more than a value; Connect knows paths and nothing else. */
function beyondValues(text: string): string | undefined {
  const found = text.match(/\{%.*?%\}|\{\{.*?\}\}/gs) ?? [];
  return found.find((part) => !/^\{\{-?\s*[a-z][a-z0-9-]*\s*-?\}\}$/.test(part));
}

/** Values a call may have at a block: those saved on some way to it; without a block, anywhere in the IVR. */
type ValuesOf = (ivr: string, block?: string) => readonly string[];

function valuesOfIvrs({ ivrs }: Definitions): ValuesOf {
  const saved = new Map(Object.entries(ivrs).map(([id, ivr]) => [id, savedIn(ivr)]));
  return (ivr, block) => [
    ...CALL_VALUES,
    ...(saved.get(ivr) ?? []).flatMap(({ names, from }) =>
      block === undefined || from.has(block) ? names : [],
    ),
  ];
}

/** What each api-request saves, and the blocks a call can come to after it. */
function savedIn(ivr: Ivr) {
  const graph = ivrGraph(ivr);
  return Object.values(ivr.blocks).flatMap((block) => {
    if (block.kind !== 'api-request') return [];
    const names = Object.keys(block.save);
    return names.length === 0 ? [] : [{ names, from: blocksFrom(graph, block.next) }];
  });
}

function templates(definitions: Definitions, valuesOf: ValuesOf): readonly Template[] {
  const requests = [
    ...blocksOfKind(definitions, 'api-login'),
    ...blocksOfKind(definitions, 'api-request'),
  ];
  return [
    ...spokenInIvrs(definitions).flatMap(({ ivr, block, say, path }) =>
      asTemplate(say, path, { ivr, values: valuesOf(ivr, block), spoken: true }),
    ),
    ...spokenByCampaigns(definitions).flatMap(({ say, path }) =>
      asTemplate(say, path, { values: CALL_VALUES, spoken: true }),
    ),
    ...requests.flatMap(([ivr, id, { request }]) =>
      requestTemplates(request, [...blockPath(ivr, id), 'request'], {
        ivr,
        values: valuesOf(ivr, id),
      }),
    ),
    ...inboundCampaigns(definitions).flatMap(([id, { authorisation, ivr }]) =>
      authorisation === 'internal'
        ? []
        : requestTemplates(
            authorisation.request,
            [...inboundPath(id), 'authorisation', 'request'],
            { ivr, values: valuesOf(ivr) },
          ),
    ),
  ];
}

type Scope = Pick<Template, 'ivr' | 'values'> & { readonly spoken?: true };

function requestTemplates(
  { url, headers, body }: ApiRequest,
  path: Path,
  scope: Scope,
): readonly Template[] {
  return [
    ...asTemplate(url, [...path, 'url'], scope),
    ...Object.entries(headers).flatMap(([name, text]) =>
      asTemplate(text, [...path, 'headers', name], scope),
    ),
    ...asTemplate(body, [...path, 'body'], scope),
  ];
}

function asTemplate(text: unknown, path: Path, scope: Scope): readonly Template[] {
  return typeof text === 'string' ? [{ spoken: false, ...scope, text, path }] : [];
}

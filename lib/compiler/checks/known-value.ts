import { readTemplate } from '../../domain/message-text.ts';
import type { ReadableParts } from '../../language/definitions.ts';
import type { Diagnostic } from '../../language/diagnostic.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import { didYouMean } from '../../language/nearest.ts';
import type { Path } from '../../language/read-yaml.ts';
import { type ApiRequest, CALL_VALUES } from '../../language/schema/api-request.ts';
import { blocksFrom, ivrGraph } from '../ivr/ivr-graph.ts';
import {
  blockPath,
  blocksOfKind,
  type FileCheck,
  type FileFacts,
  inboundCampaigns,
  inboundPath,
  unlessKnown,
} from './check-facts.ts';
import { spokenInIvrs, spokenInSurveys } from './spoken.ts';

interface Template {
  readonly text: string;
  readonly path: Path;
  readonly values: readonly string[];
  readonly spoken: boolean;
}

/** Texts, requests and conditions use values that a call has: from the start, or saved by an api-request (IVR-3, IVR-4, IVR-19). */
export const knownValue: FileCheck = function* (facts) {
  for (const template of templates(facts.definitions)) yield* inTemplate(facts, template);
  const conditions = [
    ...blocksOfKind(facts.definitions, 'condition'),
    ...blocksOfKind(facts.definitions, 'api-condition'),
  ];
  for (const [ivr, id, { value }] of conditions) {
    const at = facts.places.valueAt([...blockPath(ivr, id), 'value']);
    const message = `block '${id}' asks for '${value}', which nothing sets`;
    const known = valuesOf(facts.definitions, ivr, id);
    yield* unlessKnown('unknown-value', value, known, at, message);
  }
};

function* inTemplate({ places }: FileFacts, template: Template): Generator<Diagnostic> {
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

/** Values a call may have at a block: only what was saved on some way to it; without a block, anywhere in the IVR. */
function valuesOf(definitions: ReadableParts, ivr: string, block?: string): readonly string[] {
  const definition = definitions.ivrs[ivr];
  const graph = definition && ivrGraph(definition);
  const saved = blocksOfKind(definitions, 'api-request').flatMap(([of, , { save, next }]) => {
    if (of !== ivr || graph === undefined) return [];
    const isBefore = block === undefined || blocksFrom(graph, next).has(block);
    return isBefore ? Object.keys(save) : [];
  });
  return [...CALL_VALUES, ...saved];
}

function templates(definitions: ReadableParts): readonly Template[] {
  const requests = [
    ...blocksOfKind(definitions, 'api-login'),
    ...blocksOfKind(definitions, 'api-request'),
  ];
  return [
    ...spokenInIvrs(definitions).flatMap(({ ivr, block, say, path }) =>
      asTemplate(say, path, valuesOf(definitions, ivr, block), true),
    ),
    ...spokenInSurveys(definitions).flatMap(({ say, path }) =>
      asTemplate(say, path, CALL_VALUES, true),
    ),
    ...requests.flatMap(([ivr, id, { request }]) =>
      requestTemplates(request, [...blockPath(ivr, id), 'request'], valuesOf(definitions, ivr, id)),
    ),
    ...inboundCampaigns(definitions).flatMap(([id, { authorisation, ivr }]) =>
      authorisation === 'internal'
        ? []
        : requestTemplates(
            authorisation.request,
            [...inboundPath(id), 'authorisation', 'request'],
            valuesOf(definitions, ivr),
          ),
    ),
  ];
}

function requestTemplates(
  { url, headers, body }: ApiRequest,
  path: Path,
  values: readonly string[],
): readonly Template[] {
  return [
    ...asTemplate(url, [...path, 'url'], values),
    ...Object.entries(headers).flatMap(([name, text]) =>
      asTemplate(text, [...path, 'headers', name], values),
    ),
    ...asTemplate(body, [...path, 'body'], values),
  ];
}

function asTemplate(
  text: unknown,
  path: Path,
  values: readonly string[],
  spoken = false,
): readonly Template[] {
  return typeof text === 'string' ? [{ text, path, values, spoken }] : [];
}

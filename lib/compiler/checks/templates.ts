// Every template an author writes, with its place: messages to the person, and texts and requests
// of a call.
import type { Position } from '../../language/diagnostic.ts';
import type { Path } from '../../language/read-yaml.ts';
import type { ApiRequest } from '../../language/schema/api-request.ts';
import {
  blockPath,
  blocksOfKind,
  type CheckFacts,
  classifiersIn,
  inboundCampaigns,
  inboundPath,
  tilePath,
  tilesOfKind,
} from './check-facts.ts';
import { deskTemplates } from './desk-templates.ts';
import { pagePath } from './scripts.ts';
import { spokenByCampaigns, spokenInIvrs } from './spoken.ts';

interface Template {
  readonly text: string;
  readonly at: Position;
}

/** Over the fields of a record. */
export interface MessageTemplate extends Template {
  readonly rule: string;
  readonly tile: string;
  readonly part: 'text' | 'subject';
}

export function messageTemplates({ definitions, places }: CheckFacts): readonly MessageTemplate[] {
  const template = (
    rule: string,
    tile: string,
    part: MessageTemplate['part'],
    text: string,
  ): MessageTemplate => ({
    rule,
    tile,
    part,
    text,
    at: places.keyAt([...tilePath(rule, tile), part]),
  });
  return [
    ...tilesOfKind(definitions, 'send-sms').map(([rule, tile, { text }]) =>
      template(rule, tile, 'text', text),
    ),
    ...tilesOfKind(definitions, 'send-email').flatMap(([rule, tile, { subject, text }]) => [
      template(rule, tile, 'subject', subject),
      template(rule, tile, 'text', text),
    ]),
  ];
}

/** Of a campaign itself, over the fields of its records. */
export interface CampaignTemplate extends Template {
  readonly campaign: string;
  /** As a message names it. */
  readonly of: string;
  readonly part: 'text' | 'subject';
}

export function campaignTemplates({
  definitions,
  places,
}: CheckFacts): readonly CampaignTemplate[] {
  const ofTexts = Object.entries(definitions.campaigns).flatMap(([campaign, { channels }]) => {
    const path = ['campaigns', campaign, 'channels', 'sms', 'text'];
    const { sms } = channels;
    if (sms === undefined) return [];
    const of = `campaign '${campaign}'`;
    return [{ campaign, of, part: 'text', text: sms.text, at: places.keyAt(path) } as const];
  });
  const ofClassifiers = classifiersIn(definitions).flatMap(
    ({ campaign, name, classifier, path }) => {
      const of = `classifier '${name}'`;
      const template = (key: string, part: CampaignTemplate['part'], text: string | undefined) =>
        text === undefined
          ? []
          : [{ campaign, of, part, text, at: places.keyAt([...path, key, part]) }];
      const { sendsSms, sendsEmail } = classifier;
      return [
        ...template('sendsSms', 'text', sendsSms?.text),
        ...template('sendsEmail', 'subject', sendsEmail?.subject),
        ...template('sendsEmail', 'text', sendsEmail?.text),
      ];
    },
  );
  const ofTemplates = deskTemplates(definitions).flatMap(({ campaign, of, template, path }) => {
    const one = (part: CampaignTemplate['part'], text: string) => {
      return { campaign, of, part, text, at: places.keyAt([...path, part]) };
    };
    return template.kind === 'sms'
      ? [one('text', template.text)]
      : [one('subject', template.subject), one('text', template.text)];
  });
  return [...ofTexts, ...ofClassifiers, ...ofTemplates];
}

/** Addresses of other systems, over the fields of a record and more. */
export const serviceTemplates = ({ definitions, places }: CheckFacts) =>
  Object.entries(definitions.campaigns).flatMap(([campaign, { services, fields }]) =>
    Object.entries(services).map(([id, service]) => ({
      campaign,
      of: `service '${id}'`,
      service,
      fields: Object.keys(fields),
      text: service.url,
      at: places.valueAt(['campaigns', campaign, 'services', id, 'url']),
    })),
  );

/** What agents read out, over the fields of a record. */
export interface ScriptTemplate extends Template {
  readonly script: string;
  readonly page: string;
}

export const scriptTemplates = ({ definitions, places }: CheckFacts): readonly ScriptTemplate[] =>
  Object.entries(definitions.scripts).flatMap(([script, { pages }]) =>
    Object.entries(pages).flatMap(([page, { text }]) =>
      text === undefined
        ? []
        : [{ script, page, text, at: places.keyAt([...pagePath(script, page), 'text']) }],
    ),
  );

/** Over the values of a call. */
export interface CallTemplate extends Template {
  readonly isSpoken: boolean;
  /** The IVR that sets its values; without one it has only the values every call has. */
  readonly ivr?: string;
  /** Without a block, whatever the IVR sets anywhere is available. */
  readonly block?: string;
}

type Scope = Pick<CallTemplate, 'ivr' | 'block' | 'isSpoken'>;

export function callTemplates({ definitions, places }: CheckFacts): readonly CallTemplate[] {
  const template = (text: unknown, path: Path, scope: Scope): readonly CallTemplate[] =>
    typeof text === 'string' ? [{ ...scope, text, at: places.valueAt(path) }] : [];
  const request = ({ url, headers, body }: ApiRequest, path: Path, scope: Scope) => [
    ...template(url, [...path, 'url'], scope),
    ...Object.entries(headers).flatMap(([name, text]) =>
      template(text, [...path, 'headers', name], scope),
    ),
    ...template(body, [...path, 'body'], scope),
  ];
  const requests = [
    ...blocksOfKind(definitions, 'api-login'),
    ...blocksOfKind(definitions, 'api-request'),
  ];
  return [
    ...spokenInIvrs(definitions).flatMap(({ ivr, block, say, path }) =>
      template(say, path, { ivr, block, isSpoken: true }),
    ),
    ...spokenByCampaigns(definitions).flatMap(({ say, path }) =>
      template(say, path, { isSpoken: true }),
    ),
    ...requests.flatMap(([ivr, block, { request: sent }]) =>
      request(sent, [...blockPath(ivr, block), 'request'], { ivr, block, isSpoken: false }),
    ),
    ...inboundCampaigns(definitions).flatMap(([id, { authorisation, ivr }]) =>
      authorisation === 'internal'
        ? []
        : request(authorisation.request, [...inboundPath(id), 'authorisation', 'request'], {
            ivr,
            isSpoken: false,
          }),
    ),
  ];
}

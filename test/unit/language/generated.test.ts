import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonSchemas } from '../../../lib/language/json-schemas.ts';
import { apiDoc, openApiText } from '../../../scripts/api-doc.ts';
import { contactHoursDoc } from '../../../scripts/contact-hours-doc.ts';
import { eventSchemas, eventTypes } from '../../../scripts/event-schemas.ts';
import { eventsDoc } from '../../../scripts/events-doc.ts';
import { functionsDoc } from '../../../scripts/functions-doc.ts';
import { diagnosticsDoc, languageDoc } from '../../../scripts/language-doc.ts';
import { webOperations } from '../../../scripts/web-operations.ts';
import { IVR_FILES } from '../../support/a-centre.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

describe('what `npm run generate` writes is current', () => {
  it.each(Object.entries(jsonSchemas()))('schemas/%s', (name, text) => {
    expect(read(`schemas/${name}`)).toBe(text);
  });

  it('schemas/ holds nothing else', () => {
    expect(readdirSync(new URL('schemas/', root)).toSorted()).toEqual(
      [...Object.keys(jsonSchemas()), 'events', 'openapi.json'].toSorted(),
    );
  });

  it('schemas/openapi.json', () => {
    expect(read('schemas/openapi.json')).toBe(openApiText());
  });

  it('web/kit/api/operations.ts', () => {
    expect(read('web/kit/api/operations.ts')).toBe(webOperations());
  });

  it('docs/api.md', () => {
    expect(read('docs/api.md')).toBe(apiDoc());
  });

  it.each(Object.entries(eventSchemas()))('schemas/events/%s', (name, text) => {
    expect(read(`schemas/events/${name}`)).toBe(text);
  });

  it('schemas/events/index.d.ts', () => {
    expect(read('schemas/events/index.d.ts')).toBe(eventTypes());
  });

  it('schemas/events holds nothing else', () => {
    const files = [...Object.keys(eventSchemas()), 'index.d.ts', 'examples'];
    expect(readdirSync(new URL('schemas/events/', root)).toSorted()).toEqual(files.toSorted());
  });

  it('docs/events.md', () => {
    expect(read('docs/events.md')).toBe(eventsDoc());
  });

  it('docs/language.md', () => {
    expect(read('docs/language.md')).toBe(languageDoc());
  });

  it('docs/contact-hours.md', () => {
    expect(read('docs/contact-hours.md')).toBe(contactHoursDoc());
  });

  it('docs/functions.md', () => {
    expect(read('docs/functions.md')).toBe(functionsDoc());
  });

  it('docs/diagnostics.md', () => {
    expect(read('docs/diagnostics.md')).toBe(diagnosticsDoc());
  });
});

describe('the schemas that editors use', () => {
  const examples = readdirSync(new URL('examples/', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .toSorted();

  it.each(examples)('are named by the first line of %s', (path) => {
    const [, relative = ''] =
      /^# yaml-language-server: \$schema=(.+)\n/.exec(read(`examples/${path}`)) ?? [];

    const schema = new URL(relative, new URL(`examples/${path}`, root));
    expect(existsSync(schema)).toBe(true);
  });

  const schemaOf = (name: string) =>
    z.fromJSONSchema(JSON.parse(jsonSchemas()[`${name}.schema.json`] ?? '{}'));

  it.each([
    ['centre', 'centre.yaml'],
    ['hours', 'hours.yaml'],
    ['groups', 'groups.yaml'],
    ['queues', 'queues.yaml'],
    ['campaign', 'campaigns/spring.yaml'],
    ['rule', 'rules/again.yaml'],
    ['scenarios', 'rules/again.test.yaml'],
    ['campaign', 'campaigns/hotline.yaml'],
    ['ivr', 'ivrs/help.yaml'],
    ['ivr-tests', 'ivrs/help.test.yaml'],
  ] as const)('take what the loader takes: %s', (name, file) => {
    const result = schemaOf(name).safeParse(parse(IVR_FILES[file] ?? ''));

    expect(result.error?.issues ?? []).toEqual([]);
  });

  it('refuse a key without meaning', () => {
    const result = schemaOf('campaign').safeParse({ name: 'x', channels: {}, goals: 'none' });

    expect(result.success).toBe(false);
  });
});

// Writes schemas/: `npm run generate`. A test holds them to lib/language, lib/api and to the event
// catalogue.
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../lib/language/json-schemas.ts';
import { openApiText } from './api-doc.ts';
import { eventSchemas, eventTypes } from './event-schemas.ts';

const folder = new URL('../schemas/', import.meta.url);

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas()))
  writeFileSync(new URL(name, folder), text);
writeFileSync(new URL('openapi.json', folder), openApiText());

const events = new URL('events/', folder);
mkdirSync(events, { recursive: true });
for (const [name, text] of Object.entries(eventSchemas()))
  writeFileSync(new URL(name, events), text);
writeFileSync(new URL('index.d.ts', events), eventTypes());

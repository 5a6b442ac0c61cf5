// Writes schemas/: `npm run generate`. A test holds them to lib/language and lib/api.
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../lib/language/json-schemas.ts';
import { openApiText } from './api-doc.ts';

const folder = new URL('../schemas/', import.meta.url);

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas()))
  writeFileSync(new URL(name, folder), text);
writeFileSync(new URL('openapi.json', folder), openApiText());

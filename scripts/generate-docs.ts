// Writes the generated pages of docs/, and what pages of the web know of the API:
// `npm run generate`. A test holds them to their sources.
import { mkdirSync, writeFileSync } from 'node:fs';
import { apiDoc } from './api-doc.ts';
import { contactHoursDoc } from './contact-hours-doc.ts';
import { eventsDoc } from './events-doc.ts';
import { functionsDoc } from './functions-doc.ts';
import { diagnosticsDoc, languageDoc } from './language-doc.ts';
import { webOperations } from './web-operations.ts';

const folder = new URL('../docs/', import.meta.url);

mkdirSync(folder, { recursive: true });
writeFileSync(new URL('language.md', folder), languageDoc());
writeFileSync(new URL('diagnostics.md', folder), diagnosticsDoc());
writeFileSync(new URL('contact-hours.md', folder), contactHoursDoc());
writeFileSync(new URL('functions.md', folder), functionsDoc());
writeFileSync(new URL('api.md', folder), apiDoc());
writeFileSync(new URL('events.md', folder), eventsDoc());

writeFileSync(new URL('../web/kit/api/operations.ts', import.meta.url), webOperations());

// web/kit/api/operations.ts: method and path of each operation, so that a page can ask without
// carrying the schemas of the route table.
import { takesKey } from '../lib/api/route.ts';
import { ROUTES } from '../lib/api/routes/routes.ts';

export function webOperations(): string {
  const rows = Object.entries(ROUTES)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, route]) => {
      const key = takesKey(route) ? ", 'once'" : '';
      return `  ${id}: ['${route.method}', '${route.path}'${key}],`;
    });
  return `// Generated from the route table by \`npm run generate\`. \`once\`: sent with an Idempotency-Key.
import type { Operations } from './operation-types.ts';

export const OPERATIONS: Operations = {
${rows.join('\n')}
};
`;
}

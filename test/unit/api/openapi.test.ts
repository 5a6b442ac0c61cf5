import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openApi, problemsOf } from '../../../lib/api/openapi.ts';
import { PROBLEMS } from '../../../lib/api/problems.ts';
import { hasBody } from '../../../lib/api/route.ts';
import { ROUTES } from '../../../lib/api/routes/routes.ts';

const LINTER = 'node_modules/@redocly/cli/bin/cli.js';

interface Operation {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

const { paths } = openApi() as {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

describe('the OpenAPI document', () => {
  it.skipIf(!existsSync(LINTER))(
    'has no mistake that a linter finds (skipped where the linter is not installed)',
    () => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [LINTER, 'lint', 'schemas/openapi.json', '--config', 'redocly.yaml'],
        { encoding: 'utf8', env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
      );

      expect([status, stdout, status === 0 ? '' : stderr]).toEqual([0, '', '']);
    },
  );

  it.each(Object.entries(ROUTES))('has %s with all that its row says', (id, route) => {
    const operation = paths[route.path]?.[route.method.toLowerCase()];

    const named = (place: string) =>
      operation?.parameters.filter((one) => one.in === place).map(({ name }) => name);
    expect(operation?.operationId).toBe(id);
    expect(named('path')).toEqual(Object.keys(route.params.shape));
    expect(named('query')).toEqual(Object.keys(route.query.shape));
    expect(operation?.requestBody !== undefined).toBe(hasBody(route));
    expect(operation?.security).toEqual(route.who === 'anyone' ? [] : undefined);
    for (const code of problemsOf(route))
      expect(operation?.responses).toHaveProperty(String(PROBLEMS[code].status));
  });

  it('has every parameter of a path in its row', () => {
    const differing = Object.entries(ROUTES).filter(([, { path, params }]) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      return inPath.join() !== Object.keys(params.shape).join();
    });

    expect(differing).toEqual([]);
  });
});

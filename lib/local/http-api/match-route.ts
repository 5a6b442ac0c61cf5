// The route a request takes: method and path, fixed parts before parameters.
/** Judges the bearer token; undefined refuses it. */
export type Authorizer = (token: string) => Promise<Readonly<Record<string, unknown>> | undefined>;

export interface HttpRoute {
  /** e.g. GET /v1/campaigns/{campaign} */
  readonly key: string;
  /** ARN of the function. */
  readonly target: string;
  readonly authorizer: Authorizer | undefined;
}

export interface Matched {
  readonly route: HttpRoute;
  readonly params: Readonly<Record<string, string>>;
}

export function bestRoute(
  routes: readonly HttpRoute[],
  method: string,
  path: string,
): Matched | undefined {
  const parts = path.split('/');
  const found = routes.flatMap((route) => {
    const params = paramsOf(route.key, method, parts);
    return params === undefined ? [] : [{ route, params }];
  });
  return found.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}

function paramsOf(
  key: string,
  method: string,
  parts: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const [wanted = '', pattern = ''] = key.split(' ');
  const segments = pattern.split('/');
  if (wanted !== method || segments.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [n, segment] of segments.entries()) {
    const part = parts[n] ?? '';
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined && segment !== part) return undefined;
    if (name === undefined) continue;
    const value = decoded(part);
    if (value === undefined || value === '') return undefined;
    params[name] = value;
  }
  return params;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

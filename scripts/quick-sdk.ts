// What the SDK does for every request though it comes out the same each time, or nobody looks at
// it. A client's settings are an object V8 keeps as a hash table, because resolvers have added to
// it one by one: four copies of it were a sixth of what a request takes. A copy of a copy is quick.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

interface Change {
  readonly file: RegExp;
  readonly from: string;
  readonly to: string;
}

/** Settings are complete by the first request; what a signer adds later, only it reads. */
const SETTLED = `
const settledConfigs = new WeakMap();
const settled = (config) => {
  let copy = settledConfigs.get(config);
  if (copy === undefined) settledConfigs.set(config, (copy = { ...config }));
  return copy;
};
`;

const SPREAD = '...config';
const CHANGES: readonly Change[] = [
  ...[
    /submodules[/\\]schema[/\\]middleware[/\\]schemaSerializationMiddleware\.js$/,
    /submodules[/\\]schema[/\\]middleware[/\\]schemaDeserializationMiddleware\.js$/,
    /submodules[/\\]endpoints[/\\]middleware-endpoint[/\\]endpointMiddleware\.js$/,
  ].map((file) => ({ file, from: SPREAD, to: '...settled(config)' })),
  // of all settings a signer reads these, and whether it adds a checksum
  {
    file: /httpAuthSchemes[/\\]aws_sdk[/\\]resolveAwsSdkSigV4Config\.js$/,
    from: '...config,\n                credentials: config.credentials,\n                region: config.signingRegion,',
    to: 'applyChecksum: config.applyChecksum,\n                credentials: config.credentials,\n                region: config.signingRegion,',
  },
  // an error with its stack, made in case the request fails
  {
    file: /submodules[/\\]retry[/\\]middleware-retry[/\\]retryMiddleware\.js$/,
    from: 'let lastError = new Error();',
    to: 'let lastError;',
  },
  // the same few names and versions each time
  {
    file: /middleware-user-agent[/\\]user-agent-middleware\.js$/,
    from: 'const escapeUserAgent = (userAgentPair) => {',
    to: `const escapedPairs = new Map();
const escapeUserAgent = (userAgentPair) => {
  const key = userAgentPair.join(' ');
  let escaped = escapedPairs.get(key);
  if (escaped === undefined) escapedPairs.set(key, (escaped = escapePair(userAgentPair)));
  return escaped;
};
const escapePair = (userAgentPair) => {`,
  },
];

export const quickSdk: Plugin = {
  name: 'quick-sdk',
  setup({ onLoad }) {
    for (const { file, from, to } of CHANGES)
      onLoad({ filter: file }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!text.includes(from)) throw new Error(`${path} has no '${from}' any more`);
        const changed = text.replaceAll(from, to);
        return { contents: to.includes('settled(') ? changed + SETTLED : changed, loader: 'js' };
      });
  },
};

// What the SDK does for every request though it comes out the same each time, or nobody looks at
// it. A client's settings are an object V8 keeps as a hash table, because resolvers have added to
// it one by one: four copies of it were a sixth of what a request takes. A copy of a copy is quick.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

interface Changed {
  readonly file: RegExp;
  readonly texts: readonly (readonly [from: string, to: string])[];
  readonly added?: string;
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

const CHANGED: readonly Changed[] = [
  ...[
    /submodules[/\\]schema[/\\]middleware[/\\]schemaSerializationMiddleware\.js$/,
    /submodules[/\\]schema[/\\]middleware[/\\]schemaDeserializationMiddleware\.js$/,
    /submodules[/\\]endpoints[/\\]middleware-endpoint[/\\]endpointMiddleware\.js$/,
  ].map(
    (file): Changed => ({ file, texts: [['...config', '...settled(config)']], added: SETTLED }),
  ),
  // of all settings a signer reads these, and whether it adds a checksum
  {
    file: /httpAuthSchemes[/\\]aws_sdk[/\\]resolveAwsSdkSigV4Config\.js$/,
    texts: [
      [
        '...config,\n                credentials:',
        'applyChecksum: config.applyChecksum, credentials:',
      ],
    ],
  },
  // Node 24 finds out by two exceptions that a key given as bytes or text is no key object
  {
    file: /submodules[/\\]checksum[/\\]sha256[/\\]Sha256Node\.js$/,
    texts: [
      ['import { createHash, createHmac }', 'import { createHash, createHmac, createSecretKey }'],
      [
        'createHmac("sha256", toBuffer(this.secret))',
        'createHmac("sha256", createSecretKey(toBuffer(this.secret)))',
      ],
    ],
  },
  // under which name a signing key is remembered: a sum of the credentials, which are the same
  {
    file: /@smithy[/\\]signature-v4[/\\]dist-es[/\\]credentialDerivation\.js$/,
    texts: [
      [
        'const credsHash = await hmac(sha256Constructor, credentials.secretAccessKey, credentials.accessKeyId);',
        `let credsHash = credsHashes.get(credentials);
    if (credsHash === undefined) {
      credsHash = await hmac(sha256Constructor, credentials.secretAccessKey, credentials.accessKeyId);
      credsHashes.set(credentials, credsHash);
    }`,
      ],
    ],
    added: 'const credsHashes = new WeakMap();',
  },
  // an error with its stack, made in case the request fails
  {
    file: /submodules[/\\]retry[/\\]middleware-retry[/\\]retryMiddleware\.js$/,
    texts: [['let lastError = new Error();', 'let lastError;']],
  },
  // the same few names and versions each time
  {
    file: /middleware-user-agent[/\\]user-agent-middleware\.js$/,
    texts: [['const escapeUserAgent = (', 'const escapePair = (']],
    added: `
const escapedPairs = new Map();
const escapeUserAgent = (pair) => {
  const key = pair.join(' ');
  let escaped = escapedPairs.get(key);
  if (escaped === undefined) escapedPairs.set(key, (escaped = escapePair(pair)));
  return escaped;
};
`,
  },
];

export const quickSdk: Plugin = {
  name: 'quick-sdk',
  setup({ onLoad }) {
    for (const { file, texts, added = '' } of CHANGED)
      onLoad({ filter: file }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [from, to] of texts) {
          if (!contents.includes(from)) throw new Error(`${path} has no '${from}' any more`);
          contents = contents.replaceAll(from, to);
        }
        return { contents: `${contents}\n${added}`, loader: 'js' };
      });
  },
};

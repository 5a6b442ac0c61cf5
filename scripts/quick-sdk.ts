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

/** Most sums are of one piece, which is kept until it is known that no other follows. */
const ONE_PIECE = `
const keys = new WeakMap();
const keyOf = (secret) => {
  if (typeof secret === 'string') return createSecretKey(secret, 'utf8');
  let key = keys.get(secret);
  if (key === undefined) keys.set(secret, (key = createSecretKey(toBuffer(secret))));
  return key;
};
export class Sha256Node {
  digestLength = 32;
  constructor(secret) {
    this.secret = secret;
    this.reset();
  }
  reset() {
    this.piece = undefined;
    this.pieces = undefined;
  }
  update(data) {
    if (this.piece === undefined && this.pieces === undefined) {
      this.piece = data;
      return;
    }
    this.pieces ??= this.begun().update(this.piece);
    this.piece = undefined;
    this.pieces.update(data);
  }
  begun() {
    return this.secret ? createHmac('sha256', keyOf(this.secret)) : createHash('sha256');
  }
  async digest() {
    if (this.pieces) return bytesOf(this.secret ? this.pieces.digest() : this.pieces.copy().digest());
    const piece = this.piece ?? '';
    return bytesOf(this.secret ? this.begun().update(piece).digest() : sumOf('sha256', piece, 'buffer'));
  }
}
const bytesOf = ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength);
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
  // sums of one piece, made at once; keys are made once (Node 24 finds out by two exceptions that a
  // key given as bytes is no key object)
  {
    file: /submodules[/\\]checksum[/\\]sha256[/\\]Sha256Node\.js$/,
    texts: [
      [
        'import { createHash, createHmac }',
        'import { createHash, createHmac, createSecretKey, hash as sumOf }',
      ],
      ['export const Sha256Node = hasNativeCrypto ? buildNativeClass() : Sha256Js;', ''],
    ],
    added: ONE_PIECE,
  },
  {
    file: /submodules[/\\]serde[/\\]util-hex-encoding[/\\]hex-encoding\.js$/,
    texts: [
      [
        'let out = "";\n    for (let i = 0; i < bytes.byteLength; i++) {\n        out += SHORT_TO_HEX[bytes[i]];\n    }\n    return out;',
        'return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");',
      ],
    ],
  },
  // the moment of a signature, by seconds, and the path of all requests of the JSON services
  {
    file: /@smithy[/\\]signature-v4[/\\]dist-es[/\\]SignatureV4Base\.js$/,
    texts: [
      ['const longDate = iso8601(now).replace(/[-:]/g, "");', 'const longDate = longDateOf(now);'],
      [
        'getCanonicalPath({ path }) {',
        'getCanonicalPath({ path }) { if (path === "/") return path;',
      ],
    ],
    added: `
let dated = { second: undefined, text: '' };
const longDateOf = (now) => {
  const second = typeof now === 'object' ? Math.floor(now.getTime() / 1000) : NaN;
  if (dated.second !== second)
    dated = { second, text: iso8601(now).replace(/[-:]/g, '') };
  return dated.text;
};
`,
  },
  // the endpoint, parsed anew for each request
  {
    file: /submodules[/\\]transport[/\\]parseUrl\.js$/,
    texts: [
      ['export const parseUrl = (url) => {', 'const parse = (url) => {'],
      ['return parseUrl(new URL(url));', 'return parse(new URL(url));'],
    ],
    added: `
const [ofTexts, ofObjects] = [new Map(), new WeakMap()];
export const parseUrl = (url) => {
  const known = typeof url === 'string' ? ofTexts : ofObjects;
  let parsed = known.get(url);
  if (parsed === undefined) {
    if (ofTexts.size > 100) ofTexts.clear();
    known.set(url, (parsed = parse(url)));
  }
  return { ...parsed };
};
`,
  },
  // a timer for each request, in case hundreds of them wait for a socket
  {
    file: /node-http-handler[/\\]dist-es[/\\]node-http-handler\.js$/,
    texts: [
      ['socketWarningTimeoutId = timing.setTimeout(', 'void ('],
      // another, that sets after three seconds what Node's agent sets for each socket it keeps
      ['keepAliveTimeoutId = setSocketKeepAlive(', 'void ('],
    ],
  },
  // and one for connections that are there already
  {
    file: /node-http-handler[/\\]dist-es[/\\]set-connection-timeout\.js$/,
    texts: [
      [
        'const registerTimeout = (offset) => {',
        'const registerTimeout = (offset) => { if (request.socket?.connecting === false) return;',
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
    texts: [
      ['const escapeUserAgent = (', 'const escapePair = ('],
      [
        '(await options.defaultUserAgentProvider()).map(escapeUserAgent)',
        '[...(await sectionsOf(options))]',
      ],
    ],
    added: `
const sections = new WeakMap();
const sectionsOf = async (options) => {
  let known = sections.get(options);
  if (known === undefined) {
    known = (await options.defaultUserAgentProvider()).map(escapeUserAgent);
    sections.set(options, known);
  }
  return known;
};
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

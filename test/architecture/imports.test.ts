// Who may import whom: the house rules as data, the order of folders, and no circles.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, type Import, importsOf, sources } from './source-tree.ts';

interface House {
  /** Where the rule applies: the longest prefix that matches a file wins. */
  readonly place: string;
  /** Our own places it may import from, beside itself. */
  readonly own: readonly string[];
  /** Packages it may import; node: modules are named too. */
  readonly packages: readonly (string | RegExp)[];
}

const SDK = [/^@aws-sdk\//, /^@smithy\//];
const PURE = ['zod', 'temporal-polyfill', /^libphonenumber-js(\/|$)/, 'liquidjs', 'node:crypto'];
const ANY_NODE = /^node:/;
const REACT = [
  'react',
  'uplot',
  /^react-dom(\/|$)/,
  /^react-aria-components\//,
  /^@tanstack\//,
  /\.css$/,
];

const HOUSES: readonly House[] = [
  { place: 'lib/language/', own: [], packages: ['zod', 'yaml'] },
  { place: 'lib/domain/', own: ['lib/language/'], packages: PURE },
  {
    place: 'lib/application/',
    own: ['lib/language/', 'lib/domain/'],
    packages: ['zod'],
  },
  {
    place: 'lib/application/imports/',
    own: ['lib/application/', 'lib/language/', 'lib/domain/', 'lib/contacts/'],
    packages: ['node:crypto', 'node:stream'],
  },
  {
    place: 'lib/application/texting/',
    own: ['lib/application/', 'lib/language/', 'lib/domain/', 'lib/mail/'],
    packages: ['node:crypto'],
  },
  {
    place: 'lib/api/',
    own: ['lib/language/', 'lib/domain/', 'lib/application/'],
    packages: ['zod', 'node:crypto'],
  },
  {
    place: 'lib/compiler/',
    own: ['lib/language/', 'lib/domain/', 'lib/application/tasks/'],
    packages: ['zod', 'liquidjs', 'node:crypto', 'temporal-polyfill', '@dagrejs/dagre'],
  },
  {
    place: 'lib/contacts/',
    own: ['lib/language/', 'lib/domain/'],
    packages: ['node:url'],
  },
  {
    place: 'lib/mail/',
    own: ['lib/domain/'],
    packages: ['postal-mime', 'html-to-text'],
  },
  {
    place: 'lib/aws/',
    own: ['lib/language/', 'lib/domain/', 'lib/application/'],
    packages: [...SDK, 'zod', ANY_NODE],
  },
  {
    place: 'lib/simulation/',
    own: [
      'lib/language/',
      'lib/domain/',
      'lib/application/',
      'lib/api/',
      'lib/compiler/',
      'lib/contacts/',
    ],
    packages: ['zod', 'yaml', 'node:crypto'],
  },
  {
    place: 'lib/local/',
    own: ['lib/simulation/'],
    packages: [
      ...[/^fauxqs/, 'aws-local-stepfunctions', 'aws-jwt-verify', 'esbuild', 'jose', 'ws'],
      ...['zod', 'temporal-polyfill', ...SDK, ANY_NODE],
    ],
  },
  {
    // how long a text message is, is the same here and in the product
    place: 'lib/local/messages/',
    own: ['lib/local/', 'lib/simulation/', 'lib/domain/messaging/'],
    packages: [...SDK, ANY_NODE],
  },
  {
    place: 'lib/local/connect/',
    own: [
      'lib/local/',
      'lib/simulation/',
      'lib/domain/',
      'lib/application/',
      ...['lib/compiler/flows/', 'lib/compiler/json.ts'],
    ],
    packages: ['zod', ANY_NODE],
  },
  {
    place: 'lib/infra/',
    // of lib/aws only the names of the variables its functions read
    own: [
      'lib/language/',
      'lib/domain/',
      'lib/application/tasks/',
      ...['lib/api/roles.ts', 'lib/api/route.ts', 'lib/api/routes/'],
      'lib/compiler/',
      'lib/aws/environment.ts',
    ],
    packages: [/^aws-cdk-lib/, 'constructs', /^cdk-nag(\/|$)/, 'minimp3-wasm', ANY_NODE],
  },
  {
    place: 'functions/edge/',
    own: ['lib/application/tasks/', 'lib/domain/', 'lib/language/', 'lib/aws/'],
    packages: [/^@middy\//, 'aws-lambda', 'zod', ANY_NODE],
  },
  {
    // of the API the types of what is asked and answered
    place: 'web/kit/',
    own: ['lib/api/routes/'],
    packages: [...REACT, 'zod'],
  },
  {
    // the simulation itself, in a thread of the browser
    place: 'web/dry-run/',
    own: ['lib/simulation/dry-run/', 'lib/application/tasks/', 'lib/domain/', 'lib/language/'],
    packages: ['temporal-polyfill'],
  },
  // of a dry run what it is told and what it tells
  { place: 'web/console/', own: ['web/kit/', 'web/dry-run/'], packages: REACT },
  {
    // Connect's telephones, each loaded where it is used
    place: 'web/desk/',
    // what a text looks like and how many parts it has is the same here and where it is sent
    own: [
      'web/kit/',
      ...['lib/domain/messaging/text-size.ts', 'lib/domain/messaging/transliterate.ts'],
    ],
    packages: [...REACT, /^@amazon-connect\//, /^amazon-connect-streams\//],
  },
];

/** Folders whose sub-folders have an order: each may import those before it, types included. */
const ORDERED: Readonly<Record<string, readonly string[]>> = {
  'lib/domain': [
    'model',
    'contact-hours',
    'ledger',
    'records',
    'pacing',
    'campaigns',
    'reports',
    'messaging',
    'calls',
    'dialing',
    'texting',
    'inbound',
    'scripts',
    'desk',
    'classification',
    'rules',
    'timeline',
    'events',
    'webhooks',
    'live',
  ],
  'lib/application': [
    'ports',
    'tasks',
    'ledger',
    'records',
    'imports',
    'campaigns',
    'agents',
    'messaging',
    'dialing',
    'texting',
    'inbound',
    'scripts',
    'calls',
    'classification',
    'rules',
    'timeline',
    'live',
    'webhooks',
    'sweeping',
    'deployment',
  ],
};

const WIRING = /^functions\/([a-z-]+)\/(index|ports)\.ts$/;

function houseOf(file: string): House | undefined {
  const wiring = WIRING.exec(file)?.[1];
  if (wiring)
    return {
      place: `functions/${wiring}/`,
      own: ['functions/edge/', 'lib/aws/', 'lib/application/', 'lib/api/'],
      packages: [],
    };
  return HOUSES.filter((house) => file.startsWith(house.place)).toSorted(
    (a, b) => b.place.length - a.place.length,
  )[0];
}

function isAllowed(house: House, file: string, { from, typeOnly }: Import): boolean {
  const isOwn = /^(lib|functions|bin|scripts|test|web)\//.test(from) && !from.endsWith('.css');
  if (!isOwn) {
    const fits = (allowed: string | RegExp) =>
      typeof allowed === 'string' ? allowed === from : allowed.test(from);
    return (
      house.packages.some(fits) || (typeOnly && builtinModules.includes(from.replace('node:', '')))
    );
  }
  if (from.startsWith(house.place) || dirname(from) === dirname(file)) return true;
  return house.own.some((place) => from.startsWith(place));
}

describe('imports', () => {
  it('lets every place import only what the table of the house allows', () => {
    const breaches = sources.flatMap((file) => {
      const house = houseOf(file);
      if (!house) return [];
      return importsOf(file)
        .filter((one) => !isAllowed(house, file, one))
        .map(({ from }) => `${file} imports ${from}`);
    });

    expect(breaches).toEqual([]);
  });

  it('is described by the table in docs/architecture.md', () => {
    const rows = [
      ...readFileSync('docs/architecture.md', 'utf8').matchAll(
        /^\| `((?:lib|functions|web)\/[^`<]+)` \| .+ \| (.+) \|$/gm,
      ),
    ];
    const described = rows
      .filter(([, , imports]) => imports !== 'anything')
      .map(([, place, imports = '']) => ({
        place: `${place}/`,
        own: imports === 'nothing' ? [] : imports.split(', ').map(placeNamed).toSorted(),
      }));
    const table = HOUSES.map(({ place, own }) => ({ place, own: own.toSorted() }));

    expect(described).toEqual(table);
  });

  it('lets pages of the web know the rest of the house by its types only', () => {
    const values = sources
      .filter((file) => file.startsWith('web/') && !file.startsWith('web/dry-run/'))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ from, typeOnly }) => !typeOnly && (from.startsWith('lib/') || from === 'zod'))
          // what a text message looks like when it is sent
          .filter(({ from }) => !/\/messaging\/(text-size|transliterate)\.ts$/.test(from))
          .map(({ from }) => `${file} imports ${from}`),
      );

    expect(values).toEqual([]);
  });

  it('lets nobody but bin/ and lib/package import lib/cli, and nobody bin/', () => {
    const breaches = files
      .filter((file) => !/^(bin|test|bench|scripts|lib\/(cli|package))\//.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ from }) => /^(bin|lib\/cli)\//.test(from))
          .map(() => file),
      );

    expect(breaches).toEqual([]);
  });

  it.each(Object.entries(ORDERED))(
    'keeps the folders of %s in order, types included',
    (root, order) => {
      const folderOf = (file: string) => file.slice(root.length + 1).split('/')[0] ?? '';
      const inside = sources.filter(
        (file) =>
          file.startsWith(`${root}/`) && file.split('/').length > root.split('/').length + 1,
      );
      const unknown = new Set(inside.map(folderOf).filter((folder) => !order.includes(folder)));
      const upward = inside.flatMap((file) =>
        importsOf(file)
          .filter(({ from }) => inside.includes(from))
          .filter(({ from }) => order.indexOf(folderOf(from)) > order.indexOf(folderOf(file)))
          .map(({ from }) => `${file} imports ${from}`),
      );

      expect([...unknown]).toEqual([]);
      expect(upward).toEqual([]);
    },
  );

  it('awaits nothing in lib/domain: what needs a port is a use case', () => {
    const waiting = sources.filter(
      (file) =>
        file.startsWith('lib/domain/') &&
        /\b(await|async)\s|\bPromise</.test(readFileSync(file, 'utf8')),
    );

    expect(waiting).toEqual([]);
  });

  it('has the use cases in lib/application and only wiring in functions/', () => {
    const others = files.filter(
      (file) =>
        file.startsWith('functions/') && !file.startsWith('functions/edge/') && !WIRING.test(file),
    );

    expect(others).toEqual([]);
  });

  it('lets types circle no more than values', () => {
    expect(cycleOf(() => true)).toEqual([]);
  });

  it('has no cycle of value imports', () => {
    expect(cycleOf(({ typeOnly }) => !typeOnly)).toEqual([]);
  });
});

/** `domain` stands for `lib/domain/`, a file for itself. */
function placeNamed(name: string): string {
  const path = /^(functions|web)\//.test(name) ? name : `lib/${name}`;
  return path.endsWith('.ts') ? path : `${path}/`;
}

/** The files of one cycle, or none. */
function cycleOf(counts: (one: Import) => boolean): readonly string[] {
  const edges = new Map(
    sources.map((file) => [
      file,
      importsOf(file)
        .filter((one) => counts(one) && /\.tsx?$/.test(one.from))
        .map(({ from }) => from),
    ]),
  );
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return path.slice(path.indexOf(file));
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of sources) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

// The house rules that a machine can check: who may import whom, no value cycles, sizes, and that
// the task catalogue and the folders of functions/ say the same.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TASKS } from '../lib/application/tasks/tasks.ts';
import type { PortName } from '../lib/application/tasks/wiring.ts';
import { PORT_ACCESS } from '../lib/infra/permissions.ts';

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
    place: 'lib/compiler/',
    own: ['lib/language/', 'lib/domain/', 'lib/application/tasks/'],
    packages: ['zod', 'liquidjs', 'node:crypto', 'temporal-polyfill'],
  },
  {
    place: 'lib/contacts/',
    own: ['lib/language/', 'lib/domain/'],
    packages: ['csv-parse', 'iconv-lite', 'node:crypto'],
  },
  {
    place: 'lib/aws/',
    own: ['lib/language/', 'lib/domain/', 'lib/application/'],
    packages: [...SDK, 'zod', ANY_NODE],
  },
  {
    place: 'lib/simulation/',
    own: ['lib/language/', 'lib/domain/', 'lib/application/', 'lib/compiler/', 'lib/contacts/'],
    packages: ['zod', 'yaml', 'node:crypto'],
  },
  {
    place: 'lib/local/',
    own: ['lib/simulation/'],
    packages: [/^fauxqs/, 'aws-local-stepfunctions', 'zod', 'temporal-polyfill', ...SDK, ANY_NODE],
  },
  {
    place: 'lib/local/connect/',
    own: [
      'lib/local/',
      'lib/simulation/',
      'lib/domain/',
      'lib/application/',
      'lib/compiler/flows/',
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
      'lib/compiler/',
      'lib/aws/environment.ts',
    ],
    packages: [/^aws-cdk-lib/, 'constructs', /^cdk-nag(\/|$)/, ANY_NODE],
  },
  {
    place: 'functions/edge/',
    own: ['lib/application/tasks/', 'lib/domain/', 'lib/language/', 'lib/aws/'],
    packages: [/^@middy\//, /^@aws-lambda-powertools\//, 'aws-lambda', 'zod', ANY_NODE],
  },
];

/** Folders whose sub-folders have an order: each may import those before it, types included. */
const ORDERED: Readonly<Record<string, readonly string[]>> = {
  'lib/domain': [
    'model',
    'contact-hours',
    'records',
    'pacing',
    'campaigns',
    'messaging',
    'calls',
    'dialing',
    'inbound',
    'classification',
    'rules',
    'timeline',
  ],
  'lib/application': [
    'ports',
    'tasks',
    'records',
    'imports',
    'campaigns',
    'agents',
    'messaging',
    'dialing',
    'inbound',
    'calls',
    'classification',
    'rules',
    'timeline',
    'sweeping',
    'deployment',
  ],
};

const WIRING = /^functions\/([a-z-]+)\/(index|ports)\.ts$/;

/** Data tables: long by nature. */
const DATA_TABLES = new Set([
  'lib/compiler/flows/catalogue.ts',
  'lib/application/tasks/tasks.ts',
  'lib/domain/contact-hours/numbering-data.ts',
]);

const LONGEST_FILE = 400;

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const sources = files.filter((file) => /^(lib|functions|bin)\//.test(file));

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8');
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm),
    ...text.matchAll(/\bimport\(()'([^']+)'\)/g),
  ];
  return found.map(([, type, from = '']) => ({
    from: from.startsWith('.') ? normalize(join(dirname(file), from)) : from,
    typeOnly: type !== undefined && type !== '',
  }));
}

function houseOf(file: string): House | undefined {
  const wiring = WIRING.exec(file)?.[1];
  if (wiring)
    return {
      place: `functions/${wiring}/`,
      own: ['functions/edge/', 'lib/aws/', 'lib/application/'],
      packages: [],
    };
  return HOUSES.filter((house) => file.startsWith(house.place)).toSorted(
    (a, b) => b.place.length - a.place.length,
  )[0];
}

function isAllowed(house: House, file: string, { from, typeOnly }: Import): boolean {
  const isOwn = /^(lib|functions|bin|scripts|test)\//.test(from);
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

describe('architecture', () => {
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
        /^\| `((?:lib|functions)\/[^`<]+)` \| .+ \| (.+) \|$/gm,
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

  it('lets nobody but bin/ import lib/cli, and nobody bin/', () => {
    const breaches = files
      .filter((file) => !/^(bin|test|bench|scripts|lib\/cli)\//.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ from }) => /^(bin|lib\/cli)\//.test(from))
          .map(() => file),
      );

    expect(breaches).toEqual([]);
  });

  it('has two entries in bin/ and nothing else', () => {
    expect(files.filter((file) => file.startsWith('bin/'))).toEqual([
      'bin/app.ts',
      'bin/ringback.ts',
    ]);
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

  it('keeps every file within 400 lines, data tables aside', () => {
    const long = [...sources, ...files.filter((file) => file.startsWith('test/'))]
      .filter((file) => !DATA_TABLES.has(file))
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE);

    expect(long).toEqual([]);
  });

  it('has one folder in functions/ for every task of the catalogue, and no other', () => {
    const folders = new Set(
      files.filter((file) => file.startsWith('functions/')).map((file) => file.split('/')[1] ?? ''),
    );
    folders.delete('edge');

    expect([...folders].toSorted()).toEqual(Object.keys(TASKS).toSorted());
    for (const task of Object.keys(TASKS)) {
      expect([
        task,
        existsSync(`functions/${task}/index.ts`),
        sources.filter(
          (file) => file.startsWith('lib/application/') && file.endsWith(`/${task}.ts`),
        ).length,
      ]).toEqual([task, true, 1]);
    }
  });

  it('holds every port to a contract, in memory and over AWS', () => {
    const suites: Readonly<Record<PortName, string>> = {
      clock: 'clockContract',
      ids: 'idsContract',
      definitions: 'definitionsSourceContract',
      records: 'recordStoreContract',
      journal: 'recordStoreContract',
      campaigns: 'campaignStoreContract',
      agents: 'agentBoardContract',
      throttle: 'callThrottleContract',
      telephony: 'telephonyContract',
      dialQueue: 'dialQueueContract',
      tickQueue: 'tickQueueContract',
      sms: 'messageSenderContract',
      email: 'messageSenderContract',
      files: 'contactFilesContract',
      links: 'connectLinksContract',
      surveyQueue: 'surveyQueueContract',
      secrets: 'secretsContract',
      services: 'servicesContract',
      tokens: 'serviceTokensContract',
      slots: 'callSlotsContract',
      recordings: 'recordingsContract',
      voicemails: 'recordingsContract',
      phones: 'phonesContract',
      routing: 'routingContract',
    };
    const memory = readFileSync('test/contracts/memory.test.ts', 'utf8');
    const aws = ['aws', 'aws-dynamo', 'local-cloud'].map((name) =>
      readFileSync(`test/contracts/${name}.test.ts`, 'utf8'),
    );
    const unheld = Object.entries(suites).filter(
      ([, suite]) =>
        !memory.includes(`${suite}(`) || !aws.some((text) => text.includes(`${suite}(`)),
    );

    expect(Object.keys(suites).toSorted()).toEqual(Object.keys(PORT_ACCESS).toSorted());
    expect(unheld).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    const drawers = files.filter(
      (file) =>
        /\/(utils?|common|helpers|types|core)(\/|\.ts$)/.test(file) && !file.startsWith('test/'),
    );

    expect(drawers).toEqual([]);
  });

  it('reads the wall clock nowhere but in one module', () => {
    const readers = sources
      .filter((file) => !/^(lib\/local|lib\/cli|bin)\//.test(file))
      .filter((file) =>
        /\bDate\.now\(\)|new Date\(\)|performance\.now\(\)|\bsetTimeout\(/.test(
          readFileSync(file, 'utf8'),
        ),
      );

    expect(readers).toEqual(['lib/aws/system-clock.ts']);
  });
});

/** `domain` stands for `lib/domain/`, a file for itself. */
function placeNamed(name: string): string {
  const path = name.startsWith('functions/') ? name : `lib/${name}`;
  return path.endsWith('.ts') ? path : `${path}/`;
}

/** The files of one cycle, or none. */
function cycleOf(counts: (one: Import) => boolean): readonly string[] {
  const edges = new Map(
    sources.map((file) => [
      file,
      importsOf(file)
        .filter((one) => counts(one) && one.from.endsWith('.ts'))
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

// npm run bench:synth: how long the CDK entry takes and what it writes for one campaign and for
// fifty, each with a callback rule of its own: the example, copied so many times.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CAMPAIGN,
  EXAMPLE,
  median,
  number,
  ratio,
  runNode,
  say,
  scratchFolder,
  table,
} from './support.ts';

const SIZES = [1, 50] as const;
const ROUNDS = 3;
const RULE = 'recall-politely';

const scratch = scratchFolder();
const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as {
  readonly context: Readonly<Record<string, unknown>>;
};

/** The example with so many campaigns and as many rules in place of its own. */
function folderWith(campaigns: number): string {
  const folder = join(scratch, `of-${campaigns}`);
  cpSync(EXAMPLE, folder, { recursive: true });
  for (const emptied of ['campaigns', 'rules']) {
    rmSync(join(folder, emptied), { recursive: true });
    mkdirSync(join(folder, emptied));
  }
  const campaign = readFileSync(join(EXAMPLE, 'campaigns', `${CAMPAIGN}.yaml`), 'utf8');
  for (let n = 1; n <= campaigns; n++) {
    const text = campaign.replace(`rule: ${RULE}`, `rule: ${RULE}-${n}`);
    writeFileSync(join(folder, 'campaigns', `${CAMPAIGN}-${n}.yaml`), text);
    for (const kind of ['yaml', 'test.yaml']) {
      cpSync(
        join(EXAMPLE, 'rules', `${RULE}.${kind}`),
        join(folder, 'rules', `${RULE}-${n}.${kind}`),
      );
    }
  }
  return folder;
}

function synthesise(folder: string, out: string): number {
  const { took } = runNode(['bin/app.ts'], {
    CDK_OUTDIR: out,
    CDK_CONTEXT_JSON: JSON.stringify({ ...context, folder }),
  });
  return took;
}

interface Template {
  readonly stack: string;
  readonly resources: number;
  readonly bytes: number;
}

function templatesIn(out: string): readonly Template[] {
  const files = readdirSync(out).filter((name) => name.endsWith('.template.json'));
  return files.toSorted().map((file) => {
    const text = readFileSync(join(out, file), 'utf8');
    const template = JSON.parse(text) as { readonly Resources: object };
    return {
      stack: file.replace('.template.json', ''),
      resources: Object.keys(template.Resources).length,
      bytes: Buffer.byteLength(text),
    };
  });
}

const folders = SIZES.map(folderWith);
const outs = SIZES.map((size) => join(scratch, `out-${size}`));
const took: number[][] = SIZES.map(() => []);
for (let round = 0; round < ROUNDS; round++) {
  for (const [n, folder] of folders.entries()) {
    took[n]?.push(synthesise(folder, outs[n] ?? ''));
  }
}

const rows = [row('seconds', ...(took.map((times) => median(times) / 1000) as [number, number]))];
const [few = [], many = []] = outs.map(templatesIn);
for (const [n, { stack, resources, bytes }] of few.entries()) {
  const larger = many[n];
  if (larger?.stack !== stack) throw new Error('the two apps have different stacks');
  rows.push(row(`${stack}, resources`, resources, larger.resources));
  rows.push(row(`${stack}, KiB`, bytes / 1024, larger.bytes / 1024));
}

function row(name: string, one: number, other: number): readonly string[] {
  return [name, number(one), number(other), ratio(other, one)];
}

say(`median of ${ROUNDS} runs each, bundling included`);
table(['', '1 campaign', `${SIZES[1]} campaigns`, 'ratio'], rows);

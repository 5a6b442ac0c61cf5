// npm run fuzz:api: schemathesis (PyPI, MIT) asks the API of a local centre as every role, with all
// its checks but two, and counts. `--examples <n>` says how hard it tries (50), `--roles
// agent,nobody` asks as some only; SCHEMATHESIS names the program where it is not on the PATH.
// Without it the script says so and ends well.
//
// Left out: unsupported_method (the gateway answers 404 for a method it has no route for, never
// 405), and positive_data_acceptance (what a schema cannot say: a cursor that was given, a
// telephone number that can be dialed, the ETag of the state as it is).
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkedFolder } from '../lib/cli/checked-folder.ts';
import { localToken, TOKEN_FOR } from '../lib/cli/local-token.ts';
import { runningApi } from '../lib/cli/running.ts';
import { keptAssembly } from '../lib/cli/start/kept-assembly.ts';
import { startLocalCentre } from '../lib/cli/start/local-centre.ts';
import { countEvent, newTally } from '../lib/cli/start/tally.ts';
import { usualBehaviour } from '../lib/simulation/centre/usual-behaviour.ts';

const FOLDER = 'examples/clinic-recall';
const CAMPAIGN = 'spring-recall';
const START = Date.parse('2026-03-02T07:00:00Z');
const LEFT_OUT = 'unsupported_method,positive_data_acceptance';
const PROGRAM = process.env.SCHEMATHESIS ?? 'schemathesis';
/** What an error may not repeat: a number or an address of somebody. */
const PERSONAL = /\+\d{9,15}|[\w.+-]+@[\w-]+\.\w+/g;
/** A number in remedies, which is nobody's. */
const EXAMPLE = '+48221000001';

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Entry {
  readonly request: { readonly postData?: { readonly text?: string }; readonly url: string };
  readonly response: { readonly status: number; readonly content: { readonly text?: string } };
}

interface Result {
  readonly role: string;
  readonly requests: number;
  readonly byClass: Readonly<Record<string, number>>;
  readonly personal: number;
  /** Errors that tell of somebody, the first few. */
  readonly told: readonly string[];
  readonly passed: boolean;
  readonly output: string;
}

const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '50' },
    roles: { type: 'string', default: [...TOKEN_FOR, 'nobody'].join() },
    json: { type: 'boolean' },
  },
});
const version = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' });
if (version.status !== 0) say(`skipped: ${PROGRAM} is not installed (pip install schemathesis)`);
else await fuzz(values.examples, values.json === true);

async function fuzz(examples: string, asJson: boolean): Promise<void> {
  const centre = await aCentre();
  const scratch = mkdtempSync(join(tmpdir(), 'ringback-fuzz-'));
  try {
    const running = runningApi(centre.cloud);
    if (!running) throw new Error('the assembly has no API');
    const results: Result[] = [];
    const asked = values.roles.split(',');
    for (const role of [...TOKEN_FOR, 'nobody'] as const) {
      if (!asked.includes(role)) continue;
      const got = role === 'nobody' ? undefined : await localToken(running, role, undefined);
      if (got && 'wrong' in got) throw new Error(got.wrong);
      results.push(await askAs(role, got?.token, { url: running.url, examples, scratch }));
    }
    report(results, asJson);
  } finally {
    rmSync(scratch, { recursive: true });
    await centre.stop();
  }
}

/** With its people imported and nobody called. */
async function aCentre() {
  const checked = await checkedFolder(FOLDER);
  if (checked.kind === 'refused') throw new Error(checked.lines.join('\n'));
  const assembly = await keptAssembly(FOLDER, '.ringback/assemblies');
  if (assembly.kind === 'failed') throw new Error(assembly.output);
  const tally = newTally();
  const centre = await startLocalCentre({
    assembly: assembly.assembly,
    definitions: checked.definitions,
    agents: [],
    start: START,
    speed: Number.POSITIVE_INFINITY,
    seed: '1',
    behaviour: usualBehaviour(checked.definitions),
    onEvent: (event) => countEvent(tally, event),
  });
  centre.cloud.time.resume();
  const people = readFileSync(`${FOLDER}/contacts.csv`);
  await centre.upload(`imports/${CAMPAIGN}/contacts.csv`, people);
  await centre.cloud.time.until(() => tally.imported !== undefined);
  // as on a quiet day: windows of the rate of changes go by
  centre.cloud.time.resume(1);
  return centre;
}

async function askAs(
  role: string,
  token: string | undefined,
  to: { readonly url: string; readonly examples: string; readonly scratch: string },
): Promise<Result> {
  const har = join(to.scratch, `${role}.har`);
  const schema = resolve('schemas/openapi.json');
  const given = [
    ...['run', schema, '--url', to.url, '--no-color', '--continue-on-failure'],
    ...['--checks', 'all', '--exclude-checks', LEFT_OUT, '--max-examples', to.examples],
    // below the rate of the gateway, whose 429 would hide what the API says
    ...['--rate-limit', '80/s'],
    ...['--phases', 'examples,coverage,fuzzing,stateful', '--generation-database', 'none'],
    ...['--report', 'har', '--report-har-path', har],
    ...(token === undefined ? [] : ['-H', `Authorization: Bearer ${token}`]),
  ];
  // it keeps notes of its own where it runs
  const child = spawn(PROGRAM, given, { cwd: to.scratch });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    output += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const entries: readonly Entry[] = JSON.parse(readFileSync(har, 'utf8')).log.entries;
  const byClass = Object.fromEntries(
    [...Map.groupBy(entries, ({ response }) => `${Math.floor(response.status / 100)}xx`)]
      .map(([status, of]) => [status, of.length] as const)
      .toSorted(),
  );
  const telling = entries.filter(isPersonalError);
  const told = telling
    .slice(0, 5)
    .map(({ request, response }) => `${request.url} ${response.content.text}`);
  const personal = telling.length;
  return { role, requests: entries.length, byClass, personal, told, passed: code === 0, output };
}

/** An error that tells of somebody what the request did not say. */
function isPersonalError({ request, response }: Entry): boolean {
  if (response.status < 400) return false;
  const asked = `${request.url}${request.postData?.text}`;
  const found = response.content.text?.match(PERSONAL) ?? [];
  return found.some((one) => one !== EXAMPLE && !asked.includes(one));
}

/** From the failures on, without the long values it tries. */
function shortened(output: string): string {
  const from = output.indexOf('== FAILURES ==');
  const lines = output.slice(Math.max(0, from)).split('\n');
  return lines
    .map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line))
    .join('\n')
    .slice(0, 12_000);
}

function report(results: readonly Result[], asJson: boolean): void {
  const failures = results.filter(
    ({ passed, personal, byClass }) => !passed || personal > 0 || byClass['5xx'] !== undefined,
  );
  if (asJson) say(JSON.stringify(results.map(({ output: _, ...rest }) => rest)));
  else {
    say('| role | requests | 2xx | 4xx | 5xx | personal errors |');
    say('|---|--:|--:|--:|--:|--:|');
    for (const { role, requests, byClass, personal } of results) {
      const of = (status: string) => byClass[status] ?? 0;
      say(`| ${role} | ${requests} | ${of('2xx')} | ${of('4xx')} | ${of('5xx')} | ${personal} |`);
    }
  }
  for (const { role, output, told } of failures)
    say(`\n${role}:\n${told.join('\n')}\n${shortened(output)}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

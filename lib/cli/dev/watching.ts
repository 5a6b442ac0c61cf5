// A folder watched: each save is checked at once, and what is in order goes into the running
// centre.
import { type FSWatcher, watch } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plural } from '../../language/plural.ts';
import type { Changes, ResourceChange } from '../../local/template/update.ts';
import { hasErrors, loadFolder } from '../load-folder.ts';
import { countOf, diagnosticLines } from '../print-diagnostics.ts';
import type { Synthesis, ToSynthesise } from './worker.ts';

/** Editors write a file in several steps. */
const SETTLES = 40;
/** What a centre is made of; editors and version control write other files as well. */
const OURS = /\.ya?ml$|^(attachments|recordings)[/\\]/;
const OTHERS = /(^|[/\\])(\.|node_modules[/\\]|cdk\.out[/\\])/;

export interface Watched {
  readonly folder: string;
  readonly say: (line: string) => void;
  /** Writes the assembly of a folder of definitions; says what is wrong. */
  readonly synthesise: (wanted: ToSynthesise) => Promise<Synthesis>;
  /** Takes over the assembly in a folder, or says what cannot be. */
  readonly update: (assembly: string) => Promise<Changes>;
}

export class Watching {
  private readonly watched: Watched;
  private readonly watcher: FSWatcher;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private assemblies: string[] = [];

  constructor(watched: Watched) {
    this.watched = watched;
    this.watcher = watch(watched.folder, { recursive: true }, (_, name) => {
      if (name !== null && OURS.test(name) && !OTHERS.test(name)) this.changed(name);
    });
    watched.say(`Watching ${watched.folder}: what you save is checked and goes into the centre.`);
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.watcher.close();
    await this.working;
    for (const folder of this.assemblies) await rm(folder, { recursive: true, force: true });
  }

  private changed(name: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.working = this.working.then(() => this.takeOver(name));
    }, SETTLES);
  }

  private async takeOver(name: string): Promise<void> {
    const { folder, say, synthesise, update } = this.watched;
    const began = performance.now();
    const since = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
    if (!(await this.isInOrder(name, since))) return;
    const outdir = await mkdtemp(join(tmpdir(), 'ringback-dev-'));
    this.assemblies.push(outdir);
    const wrong = await synthesise({ folder, outdir });
    if (wrong.length > 0) {
      for (const line of wrong) say(line);
      return;
    }
    const { refused, replaced } = await update(outdir);
    if (refused.length > 0) {
      say(`${name}: start again to see it; a running centre cannot take over ${namesOf(refused)}.`);
      return;
    }
    say(`${name}: ${what(replaced)} (${since()})`);
  }

  private async isInOrder(name: string, since: () => string): Promise<boolean> {
    const { folder, say } = this.watched;
    const loaded = await loadFolder(folder);
    if (loaded.kind === 'unreadable') {
      say(`${name}: ${loaded.reason}`);
      return false;
    }
    const { diagnostics } = loaded;
    for (const line of diagnosticLines(folder, diagnostics)) say(line);
    if (!hasErrors(diagnostics)) return true;
    say(`${name}: ${countOf(diagnostics)}; the centre goes on as it was (${since()})`);
    return false;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  'AWS::Connect::ContactFlow': 'flow',
  'AWS::Connect::HoursOfOperation': 'table of hours',
  'AWS::Lambda::Function': 'function',
  'AWS::SSM::Parameter': 'parameter',
  'AWS::StepFunctions::StateMachine': 'callback rule',
};

/** "2 flows and 14 functions are new" */
function what(replaced: readonly ResourceChange[]): string {
  const counts = [...Map.groupBy(replaced, ({ type }) => KINDS[type] ?? type)].map(([kind, of]) =>
    plural(of.length, kind, kind === 'table of hours' ? 'tables of hours' : undefined),
  );
  if (counts.length === 0) return 'nothing in the centre changes';
  return `in the running centre: ${counts.join(', ')}`;
}

const namesOf = (changes: readonly ResourceChange[]): string =>
  [...new Set(changes.map(({ type }) => type.replace('AWS::', '').replace('::', ' ')))]
    .slice(0, 5)
    .join(', ');

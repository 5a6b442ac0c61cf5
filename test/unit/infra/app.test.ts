import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TASKS } from '../../../lib/application/tasks/tasks.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-test-app-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As the CDK runs it. */
function app(context: Readonly<Record<string, string>>) {
  const env = {
    ...process.env,
    CDK_OUTDIR: join(folder, 'out'),
    CDK_CONTEXT_JSON: JSON.stringify(context),
    CDK_VALIDATION: 'false',
  };
  return spawnSync(process.execPath, ['bin/app.ts'], { env, encoding: 'utf8' });
}

describe('the CDK entry', () => {
  it('lists the mistakes of definitions with their place and ends with 1, without a stack trace (NEW-1)', () => {
    writeFileSync(join(folder, 'centre.yaml'), 'name: Klinik\ntimeZone: Europe/Warsau\n');

    const { status, stderr } = app({ folder });

    expect(status).toBe(1);
    expect(stderr).toContain(`${folder}/centre.yaml:2:11  error`);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('says so when the folder is none', () => {
    const { status, stderr } = app({ folder: join(folder, 'nowhere') });

    expect(status).toBe(1);
    expect(stderr).toBe(`there is no folder '${join(folder, 'nowhere')}'\n`);
  });

  it('says which setting is not possible and why, without a stack trace', () => {
    const { status, stderr } = app({ name: 'Dev_1', production: 'no', exceptionsFrom: 'today' });

    expect(status).toBe(1);
    expect(stderr.split('\n')).toEqual([
      '-c name=Dev_1 is not possible: letters, digits and single hyphens, beginning with a letter, such as clinic-north',
      '-c production=no is not possible: true or false',
      '-c exceptionsFrom=today is not possible: a day such as 2026-11-29',
      '',
    ]);
  });

  it('writes five stacks and a bundle for each function that differs', () => {
    const { status } = app({ folder: 'examples/clinic-recall' });

    const written = readdirSync(join(folder, 'out'));
    expect(status).toBe(0);
    expect(written.filter((name) => name.endsWith('.template.json')).toSorted()).toEqual([
      'ringback-api.template.json',
      'ringback-connect.template.json',
      'ringback-data.template.json',
      'ringback-dialer.template.json',
      'ringback-rules.template.json',
    ]);
    // beside the pages of the web, their settings, and what uploads them
    const assets = written
      .filter((name) => /^asset\.\w+$/.test(name))
      .filter((name) => existsSync(join(folder, 'out', name, 'index.mjs')));
    const machines = written.filter((name) => /^asset\.\w+\.json$/.test(name));
    const beside = assets.map((asset) =>
      readdirSync(join(folder, 'out', asset))
        .toSorted()
        .join(),
    );
    // nobody answers its e-mails
    const isMade = (task: object) => !JSON.stringify(task).includes(`"onlyWith":"mail"`);
    expect(assets).toHaveLength(Object.values(TASKS).filter(isMade).length);
    expect(machines).toHaveLength(4);
    expect(new Set(beside)).toEqual(
      new Set([
        'index.mjs',
        'definitions.json,index.mjs',
        'definitions.json,deployed.json,graphs.json,index.mjs,prices.json,scenarios.json',
        'attachments,definitions.json,index.mjs',
      ]),
    );
  });
});

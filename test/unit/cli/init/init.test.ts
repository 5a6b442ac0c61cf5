import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countryOfZone } from '../../../../lib/cli/init/answers.ts';
import { isInProject } from '../../../../lib/cli/init/files/repository-files.ts';
import { schemaLineIn } from '../../../../lib/cli/init/schema-line.ts';
import { writeFolder } from '../../../../lib/cli/init/write-folder.ts';
import { IN_ORDER, say, scratch, verdictOn } from '../../../support/a-new-centre.ts';

const { place, clear } = scratch();
afterAll(clear);

const HELP_LINE = 'For help: npx ringback init --help';

describe('ringback init', () => {
  it('asks what it is not told, and takes the usual answer for an empty line', async () => {
    const folder = place('asked');

    const { code, out } = await say(['init', folder, '--country', 'CZ'], ['', '', 'sms']);

    expect(code).toBe(0);
    expect(out).toContain(
      'Which languages do you speak there? en, pl, cs; the main one first (cs)',
    );
    expect(out).toContain('Which time zone is the centre in? (Europe/Prague)');
    expect(out).not.toContain('Which country');
    expect(readFileSync(join(folder, 'centre.yaml'), 'utf8')).toContain('names: [ASKED]');
  });

  it('explains a wrong answer and asks again', async () => {
    const answers = ['Polnd', 'Poland', 'pl', '', ''];

    const { code, out } = await say(['init', place('again')], answers);

    expect(code).toBe(0);
    expect(out).toContain("there is no country 'Polnd'; did you mean PL (Poland)?");
  });

  it('makes a repository around the centre, with all that its commands and CI need', async () => {
    const folder = place('north-clinic');

    const { code, out } = await say(['init', folder, '--repository', '-y', '--country', 'PL']);

    expect(code).toBe(0);
    expect(out).toContain(`cd ${folder} && npm install\n  npx ringback check centre `);
    expect(readdirSync(folder).toSorted()).toEqual([
      '.github',
      '.gitignore',
      'README.md',
      'cdk.json',
      'centre',
      'package.json',
    ]);
    const [cdk, manifest] = ['cdk.json', 'package.json'].map((file) =>
      JSON.parse(readFileSync(join(folder, file), 'utf8')),
    );
    expect(cdk.context).toEqual({ folder: 'centre', name: 'north-clinic' });
    expect(manifest).toMatchObject({ name: 'north-clinic', private: true });
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const files = [...readme.matchAll(/^\| `([^`*]+)` \|/gm)].flatMap(([, names = '']) =>
      names.split(', '),
    );
    expect(files).toContain('centre/rules/try-again.yaml');
    expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
    expect(await verdictOn(join(folder, 'centre'))).toEqual(IN_ORDER);
  });

  it('writes only the centre where a package.json is above it', () => {
    mkdirSync(place('app'));
    writeFileSync(join(place('app'), 'package.json'), '{}');

    expect(isInProject(place('app/centres/north'))).toBe(true);
    expect(isInProject(place('elsewhere'))).toBe(false);
  });

  it('writes nothing when the user goes away in the middle of the questions', async () => {
    const { code, err } = await say(['init', place('left/behind')], ['PL', 'pl']);

    expect([code, err, existsSync(place('left'))]).toEqual([130, 'Nothing was written.', false]);
  });

  it.each([
    [['--country', 'UKR'], "--country: there is no country 'UKR'; did you mean UA (Ukraine)?"],
    [['--country', 'Xyzzy'], "--country: there is no country 'Xyzzy'; write a code, such as PL"],
    [
      ['--country', 'Czehia'],
      "--country: there is no country 'Czehia'; did you mean CZ (Czechia)?",
    ],
    [['--languages', 'de'], "--languages: Ringback does not speak 'de' to callers"],
    [['--languages', ' '], '--languages: name at least one language'],
    [['--time-zone', 'Europe/Warsw'], '--time-zone: there is no time zone'],
    [['--channels', 'sns'], "--channels: there is no channel 'sns'. Did you mean 'sms'?"],
    [['--contry', 'PL'], "there is no option '--contry'; did you mean '--country'?"],
    [['second'], "only one folder at a time; remove 'second'"],
    [['--country', 'PL', '--time-zone', 'Pacific/Auckland'], 'when an office in Pacific/Auckland'],
  ])('refuses %j in one line', async (options, line) => {
    const { code, err } = await say(['init', place('refused'), '-y', ...options]);

    const [said = '', help, ...more] = err.split('\n');
    expect([code, said.startsWith(line), help, more]).toEqual([2, true, HELP_LINE, []]);
    expect(existsSync(place('refused'))).toBe(false);
  });

  it('names what is in the way in a folder that is not empty, and leaves it as it is', async () => {
    const folder = place('full');
    mkdirSync(folder);
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) writeFileSync(join(folder, name), '');

    const { code, err } = await say(['init', folder, '-y']);

    expect([code, err]).toEqual([
      1,
      `'${folder}' is not empty: it has 'a.txt', 'b.txt', 'c.txt' and 1 more. Choose a new folder`,
    ]);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('takes a folder that is empty but for a repository', async () => {
    const folder = place('repository');
    mkdirSync(join(folder, '.git'), { recursive: true });

    expect((await say(['init', folder, '-y', '--country', 'GB'])).code).toBe(0);
  });

  it('claims no number for which AWS asks for documents', async () => {
    const claims = ['PL', 'US', 'JP'].map(async (country) => {
      await say(['init', place(`claims-${country}`), '-y', '--country', country]);
      const text = readFileSync(join(place(`claims-${country}`), 'centre.yaml'), 'utf8');
      return /claim: \{ country: (\w+)/.exec(text)?.[1];
    });

    expect(await Promise.all(claims)).toEqual(['GB', 'US', 'GB']);
  });

  it('knows the country of the time zone of the machine', () => {
    const zones = ['Europe/Warsaw', 'America/Chicago', 'Europe/London', 'Etc/UTC'];

    expect(zones.map(countryOfZone)).toEqual(['PL', 'US', 'GB', 'GB']);
  });
});

describe('the files of a new folder', () => {
  const FILES = [
    { path: 'a/one.txt', text: '1' },
    { path: 'b/two.txt', text: '2' },
  ];

  it('are taken back when the user interrupts', async () => {
    let asked = 0;

    const end = await writeFolder(place('stopped/here'), FILES, () => ++asked > 1);

    expect([end, existsSync(place('stopped'))]).toEqual(['interrupted', false]);
  });

  it('are taken back when one of them cannot be written, and nothing is written over', async () => {
    mkdirSync(place('kept/b'), { recursive: true });
    writeFileSync(place('kept/b/two.txt'), 'mine');

    await expect(writeFolder(place('kept'), FILES, () => false)).rejects.toThrow('EEXIST');
    expect(readdirSync(place('kept'))).toEqual(['b']);
    expect(readFileSync(place('kept/b/two.txt'), 'utf8')).toBe('mine');
  });

  it('name the schemas by a path that holds on every machine, or not at all', () => {
    const inRepository = schemaLineIn('/project/my', '/project')('rule', 'rules/a.yaml');
    const installed = schemaLineIn('/team/my', '/team/node_modules/ringback')(
      'centre',
      'centre.yaml',
    );
    const elsewhere = schemaLineIn('/tmp/my', '/project')('centre', 'centre.yaml');

    expect([inRepository, installed, elsewhere]).toEqual([
      '# yaml-language-server: $schema=../../schemas/rule.schema.json\n',
      '# yaml-language-server: $schema=../node_modules/ringback/schemas/centre.schema.json\n',
      '',
    ]);
  });
});

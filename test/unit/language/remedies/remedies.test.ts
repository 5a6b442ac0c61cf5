import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { LANGUAGE_CODES } from '../../../../lib/language/codes/language-codes.ts';
import type { Diagnostic } from '../../../../lib/language/diagnostic.ts';
import { FILE_SCHEMAS, type FileKind } from '../../../../lib/language/folder-layout.ts';
import { loadFile } from '../../../../lib/language/load.ts';
import { exampleOf } from '../../../../lib/language/remedies/example-of.ts';
import { formsOf } from '../../../../lib/language/remedies/schemas-at.ts';

type Schema = z.core.$ZodType;

/** A place of a file: its content with any value there. */
interface Place {
  readonly kind: FileKind;
  readonly path: string;
  readonly put: (value: unknown) => unknown;
}

const KINDS = Object.keys(FILE_SCHEMAS) as FileKind[];

function placesIn(schema: Schema, place: Place, depth = 0): readonly Place[] {
  if (depth > 7) return [place];
  const within = formsOf(schema, undefined).flatMap((form) => {
    const at = (step: string, inner: Schema, wrap: (value: unknown) => unknown) =>
      placesIn(
        inner,
        { ...place, path: `${place.path}.${step}`, put: (value) => place.put(wrap(value)) },
        depth + 1,
      );
    if (form instanceof z.ZodArray) return at('0', form.element, (value) => [value]);
    if (form instanceof z.ZodRecord) {
      const key = String(exampleOf(form.keyType));
      return at(key, form.valueType, (value) => ({ [key]: value }));
    }
    if (!(form instanceof z.ZodObject)) return [];
    const whole = Object(exampleOf(form));
    return Object.entries(form.shape).flatMap(([key, member]) =>
      at(key, member, (value) => ({ ...whole, [key]: value })),
    );
  });
  return [place, ...within];
}

const PLACES = KINDS.flatMap((kind) =>
  placesIn(FILE_SCHEMAS[kind], { kind, path: kind, put: (value) => value }),
);

const diagnose = ({ kind, put }: Place, value: unknown): readonly Diagnostic[] =>
  loadFile(kind, { path: `${kind}.yaml`, text: stringify(put(value)) }).diagnostics;

/** The first value that a remedy shows. */
function shownIn(remedy: string): string | undefined {
  const [, , value] = /^(Write|For example): (.*?)(?:, or .*)?$/.exec(remedy) ?? [];
  return value;
}

describe('the remedy of a value that is not accepted', () => {
  it('is never the general one, whatever is written anywhere', () => {
    const general = new Set<string>(Object.values(LANGUAGE_CODES).map(({ remedy }) => remedy));
    const vague = PLACES.flatMap((place) =>
      ['§', 7.5, null].flatMap((junk) =>
        diagnose(place, junk)
          .filter(({ code, remedy }) => code !== 'not-offered' && general.has(remedy))
          .map(({ code }) => `${place.path}: ${code}`),
      ),
    );

    expect(vague).toEqual([]);
    expect(PLACES.length).toBeGreaterThan(400);
  });

  it('shows values that are accepted in its place', () => {
    const shown = PLACES.flatMap((place) =>
      ['§', 7.5].flatMap((junk) => {
        const [found, ...more] = diagnose(place, junk);
        const value = found && more.length === 0 ? shownIn(found.remedy) : undefined;
        return value === undefined ? [] : [{ place, value }];
      }),
    );
    const refused = shown
      .filter(({ place, value }) => diagnose(place, parse(value)).length > 0)
      .map(({ place, value }) => `${place.path}: ${value}`);

    expect(refused).toEqual([]);
    expect(shown.length).toBeGreaterThan(400);
  });
});

describe('a value made from what was written', () => {
  const remedyOf = (kind: FileKind, text: string) =>
    loadFile(kind, { path: 'a.yaml', text }).diagnostics.map(({ remedy }) => remedy);
  const HOURS = (hours: string) => remedyOf('hours', `office: { week: { mon: ${hours} } }`);
  const DAYS = (days: string) => remedyOf('hours', `office: { week: { ${days}: closed } }`);
  const CENTRE = { name: 'x', timeZone: 'UTC', languages: '[en]', country: 'PL' };
  const centre = (edits: Readonly<Record<string, string>>) => {
    const lines = Object.entries({ ...CENTRE, ...edits });
    return remedyOf('centre', lines.map(([key, value]) => `${key}: ${value}\n`).join(''));
  };
  const WAIT = (wait: string) =>
    remedyOf('queues', `sales: { groups: [a], hours: b, longestWait: ${wait} }`);
  const COMPARE = (compare: string) =>
    remedyOf(
      'rule',
      `name: x\nstart: a\ntiles: { a: { kind: attempts, compare: ${compare}, met: a, unmet: a } }`,
    );

  it.each([
    ['8-18', '08:00-18:00'],
    ['8.00 – 18.30', '08:00-18:30'],
    ['9am to 5 pm', '09:00-17:00'],
    ['0800-1800', '08:00-18:00'],
    ['"8-12, 13-17"', '[08:00-12:00, 13:00-17:00]'],
    ['off', 'closed'],
  ])('hours: %s', (written, correct) => {
    expect(HOURS(written)).toEqual([`Write: ${correct}`]);
  });

  it.each([
    ['Monday', 'mon'],
    ['Mon–Fri', 'mon-fri'],
    ['tue - thursday', 'tue-thu'],
    ['weekend', 'sat-sun'],
  ])('days of the week: %s', (written, correct) => {
    expect(DAYS(written)).toEqual([`Write: ${correct}`]);
  });

  it.each([
    ['30', '30 s, or 30 min'],
    ['two hours', '2 h'],
    ['1.5 h', '90 min'],
    ['1h30', '90 min'],
    ['half an hour', '30 min'],
    ['45sec', '45 s'],
    ['1 week', '7 d'],
    ['PT30S', '30 s'],
  ])('durations: %s', (written, correct) => {
    expect(WAIT(written)).toEqual([`Write: ${correct}`]);
  });

  it.each([
    ['at least 3', '">= 3"'],
    ['"=> 3"', '">= 3"'],
    ['3+', '">= 3"'],
    ['3', '= 3'],
    ['"≤ 2"', '<= 2'],
  ])('comparisons: %s', (written, correct) => {
    expect(COMPARE(written)).toEqual([`Write: ${correct}`]);
  });

  it.each([
    [{ country: 'Czechia' }, 'CZ'],
    [{ country: 'cz' }, 'CZ'],
    [{ country: 'Niemcy' }, 'DE'],
    [{ country: 'Britain' }, 'GB'],
    [{ country: 'UKR' }, 'UA'],
    [{ country: 'GBR' }, 'GB'],
    [{ country: 'Polland' }, 'PL'],
    [{ timeZone: 'europe/prague' }, 'Europe/Prague'],
    [{ timeZone: 'Warsaw' }, 'Europe/Warsaw'],
    [{ languages: 'cs' }, '[cs]'],
    [{ languages: '[Polish]' }, 'pl'],
    [{ sms: '{ numbers: [420736100200] }' }, '"+420736100200"'],
    [{ sms: '{ numbers: ["+420 736 100 200"] }' }, '"+420736100200"'],
    [{ sms: '{ numbers: ["00420736100200"] }' }, '"+420736100200"'],
    [{ sms: '{ names: ["Medika Łó"] }' }, 'MedikaLo'],
    [{ numbers: '{ main: "+420 221 000 000" }' }, '{ number: "+420221000000" }'],
    [{ numbers: '{ Main Line: { claim: { country: CZ } } }' }, 'main-line'],
    [{ mailboxes: '{ a: { address: "Anna <anna@example.com>" } }' }, 'anna@example.com'],
    [{ connect: '{ callsPerSecond: 2 per second }' }, '2'],
    [{ connect: '{ burst: 3000 }' }, '1000'],
  ])('of a centre: %j', (edits, correct) => {
    expect(centre(edits)).toEqual([`Write: ${correct}`]);
  });

  it.each([
    ['lastDate: 24.12.2026', '2026-12-24'],
    ['lastDate: 12/24/2026', '2026-12-24'],
    ['channels: { outbound: { machineDetection: yes } }', 'true'],
    ['channels: { outbound: { pickupRate: 0.5 } }', '50%'],
    ['channels: { outbound: { pickupRate: 50 percent } }', '50%'],
    ['channels: { outbound: { pacing: { cap: 4% } } }', '3%'],
    ['channels: { outbound: { beforeCallWork: 1 h } }', '15 min'],
    ['channels: { outbound: { callerIds: main } }', '[main]'],
  ])('of a campaign: %s', (line, correct) => {
    const rest = line.startsWith('channels') ? '' : 'channels: {}\n';

    expect(remedyOf('campaign', `name: x\n${rest}${line}\n`)).toEqual([`Write: ${correct}`]);
  });

  it('a text in double braces without quotes is taken for a block', () => {
    const rule = (text: string) =>
      `name: x\nstart: a\ntiles: { a: { kind: send-sms, from: random, text: ${text} } }`;

    expect(remedyOf('rule', rule('{{ name }}'))).toEqual(['Write: "{{ name }}"']);
  });

  it('a block without kind gets the kind that has its keys', () => {
    expect(remedyOf('rule', 'name: x\nstart: a\ntiles: { a: { after: 2 h } }')).toEqual([
      "Add 'kind': 'recontact'.",
    ]);
  });

  it('a kind alone is completed', () => {
    expect(remedyOf('rule', 'name: x\nstart: a\ntiles: { a: close-record }')).toEqual([
      'Write: { kind: close-record }',
    ]);
  });

  it('a key without a value gets one, or goes', () => {
    expect(remedyOf('campaign', 'name: x\nchannels: { outbound: { rule: } }')).toEqual([
      "Write a value after the colon such as 'rule: main', or delete 'rule'.",
    ]);
  });

  it('a text that is too long says by how much', () => {
    expect(remedyOf('rule', `name: ${'x'.repeat(103)}\nstart: a\ntiles: {}`)).toEqual([
      'It has 103: leave out 3 characters.',
    ]);
  });
});

describe('a key that is missing or unknown', () => {
  it('lists those of the kind of tile', () => {
    const { diagnostics } = loadFile('rule', {
      path: 'a.yaml',
      text: 'name: x\nstart: a\ntiles: { a: { kind: attempts, colour: red, compare: "= 1", met: a } }',
    });

    expect(diagnostics.map(({ message, remedy }) => `${message}: ${remedy}`)).toEqual([
      "'unmet' is missing: Add 'unmet': The next tile if it is not. Required here: kind, compare, met, unmet. Optional: label, note.",
      "'colour' has no meaning here: Required here: kind, compare, met, unmet. Optional: label, note.",
    ]);
  });
});

// What the API says, in Polish and Czech: everything that a story, a gate or a problem can say is
// in the catalogue.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../../../lib/api/problems.ts';
import { RecordEntry } from '../../../../lib/domain/model/journal.ts';
import { checkField } from '../../../../lib/domain/records/fields.ts';
import { normalisePhone } from '../../../../lib/domain/records/phone.ts';
import { sentenceOf } from '../../../../lib/domain/timeline/entry-text.ts';
import { Field } from '../../../../lib/language/schema/campaign.ts';
import { cs } from '../../../../web/kit/said/cs/said.ts';
import { en } from '../../../../web/kit/said/en/said.ts';
import { pl } from '../../../../web/kit/said/pl/said.ts';
import { asItIs, sayer, sayIn } from '../../../../web/kit/said/sayer.ts';
import { everyEvent } from '../../domain/events/stories.ts';

const inPolish = sayer(en, pl);
const inCzech = sayer(en, cs);

const ENGLISH = /\b(the|was|were|has|with|which|from|not|until|after)\b/;

/** Names that authors gave, in quotation marks. */
const NAMES = /„[^”“]*[”“]/g;

/** Sentences that come out as they went in, or with English left in them. */
const missing = (sentences: Iterable<string>): readonly string[] =>
  [...new Set(sentences)].filter((one) =>
    [inPolish(one), inCzech(one)].some(
      (said) => said === one || ENGLISH.test(said.replaceAll(NAMES, '')),
    ),
  );

/** By the type of the field. */
const WRONG = [
  ['pesel', '1'],
  ['pesel', 'abc'],
  ['pesel', '44051401358'],
  ['nip', '0000000000'],
  ['regon', '1'],
  ['rodne-cislo', '991399999'],
  ['iban', 'x'],
  ['iban', 'PL61109010140000071219812875'],
  ['iban', 'PL611090101400000712198128'],
  ['date', 'soon'],
  ['date', '2026-02-30'],
  ['number', 'x'],
  ['choice', 'silver'],
] as const;

const sourcesOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, one = '']) => one);

describe('what the API says is said in Polish and Czech', () => {
  it('of everything that happens to a record', async () => {
    const entries = [...(await everyEvent()).values()].flatMap(({ entry }) => {
      const read = RecordEntry.safeParse(entry);
      return read.success ? [read.data] : [];
    });

    expect(new Set(entries.map(({ type }) => type)).size).toBeGreaterThan(40);
    expect(missing(entries.map(sentenceOf))).toEqual([]);
  });

  it('of the name of every gate', () => {
    const gates = found(sourcesOf('lib/domain'), /\bgate: '([a-z-]+)'/g);

    expect(gates.length).toBeGreaterThan(30);
    expect(missing(gates)).toEqual([]);
  });

  it('of every problem, what to do about it, and what it is about', () => {
    const about = found(sourcesOf('lib/api'), /problem\(\s*'[a-z-]+',\s*'([^']+)'/g);

    const all = Object.values(PROBLEMS).flatMap(({ title, remedy }) => [title, remedy]);
    expect(about.length).toBeGreaterThan(15);
    expect(missing([...all, ...about])).toEqual([]);
  });

  it('of every reason against switching a campaign on, and of those in verdicts', () => {
    const readiness = found(
      readFileSync('lib/domain/campaigns/readiness.ts', 'utf8'),
      /missing\('[a-z-]+', [`']([^`]+?)[`']\)/g,
    );
    const verdicts = found(sourcesOf('lib/domain/dialing'), /\bbecause: '([^']+ [^']+)'/g);

    expect([readiness.length, verdicts.length].every((n) => n > 5)).toBe(true);
    expect(missing([...readiness, ...verdicts])).toEqual([]);
  });

  it('of what is wrong with a number or a value that somebody has filled in (REC-2)', () => {
    const fields = WRONG.flatMap(([type, text]) => {
      const checked = checkField(text, Field.parse({ type, options: ['gold'] }));
      return checked.kind === 'bad' ? [checked.reason, `'Card' ${checked.reason}`] : [];
    });
    const phones = ['1', 'x', '+999123', '123456789012345678', '+48 22 123', '1.5E+9'].flatMap(
      (text) => {
        const read = normalisePhone(text, 'PL');
        return read.kind === 'bad' ? [read.reason] : [];
      },
    );

    expect(fields).toHaveLength(2 * WRONG.length);
    expect(phones.length).toBeGreaterThan(3);
    expect(missing([...fields, ...phones])).toEqual([]);
  });

  it('of every reason against a classification (CLS-5)', () => {
    const source = sourcesOf('lib/domain/classification');
    const reasons = [
      ...found(source, /(?:push\(|return \[)`([^`]+ [^`]+)`/g),
      ...found(source, /(?:push\(|return \[)'([^']+ [^']+)'/g),
      ...['text messages', 'e-mails', 'calls that are busy'].map(
        (what) => `'X' is not offered for ${what}`,
      ),
    ].map((reason) => reason.replaceAll(/\$\{[^}]+\}/g, 'sold'));

    expect(reasons.length).toBeGreaterThan(15);
    expect(missing(reasons)).toEqual([]);
  });
});

describe('saying', () => {
  it('goes into what is part of a sentence, and leaves names alone', () => {
    expect(inPolish('closed: rule free, tile busy')).toBe('zamknięto: reguła free, kafelek busy');
    expect(inPolish('added by olga, from Wiosenny przegląd')).toBe(
      'dodano: olga, z „Wiosenny przegląd”',
    );
    expect(inCzech('the call ended: not answered, rang long enough')).toBe(
      'konec hovoru: nezvednuto, zvonilo dost dlouho',
    );
  });

  it('takes the template that says most', () => {
    expect(inPolish('eva classified it as sold, a success')).toBe('eva: klasyfikacja sold, sukces');
  });

  it('leaves a sentence that nobody knows, and all of English, as it is', async () => {
    expect(inCzech('Something new happened.')).toBe('Something new happened.');
    expect(await sayIn('en')).toBe(asItIs);
  });

  it('is not led astray by signs that patterns are made of', () => {
    expect(inPolish('closed: (a+b)*[c]')).toBe('zamknięto: (a+b)*[c]');
  });
});

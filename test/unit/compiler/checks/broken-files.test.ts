// Folders with several mistakes: all are told at once, and a file that cannot be read makes no other look wrong.
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { LANGUAGE_CODES } from '../../../../lib/language/diagnostic-codes.ts';
import {
  CENTRE_FILES,
  diagnose,
  type Edits,
  IVR_FILES,
  placeOf,
} from '../../../support/a-centre.ts';
import { IVR_MISTAKES } from '../../../support/ivr-mistakes.ts';
import { MISTAKES, type Mistake } from '../../../support/mistakes.ts';

const told = (edits: Edits, base: Parameters<typeof diagnose>[1] = CENTRE_FILES) =>
  diagnose(edits, base).map((one) => `${placeOf(one)} ${one.message}`);
const isOfShape = (code: string) => code in LANGUAGE_CODES;
const areApart = (a: Mistake, b: Mistake) => !Object.keys(a.wrong).some((file) => file in b.wrong);

/** What cannot be told while the file of the first mistake is none that can be read: it may say what would make it right. */
const WITHHELD: Readonly<Record<string, readonly string[]>> = {
  // the rule may send no e-mails
  'yaml-syntax': ['email-column-missing', 'scenario-unknown-name'],
  // the campaign may use one or the other
  'duplicate-key': ['unused-queue'],
  // the campaign may use them, and be the first that uses the rule
  'wrong-file-name': ['unused-queue', 'unused-rule', 'unknown-queue', 'scenario-unknown-name'],
  // there may be own senders, mailboxes and numbers; hours may be of another time zone
  'missing-file': ['unknown-mailbox', 'unknown-sender', 'unknown-number', 'hours-never-meet'],
};

const mistakes = Object.entries<Mistake>(MISTAKES);
const pairs = mistakes
  .filter(([code]) => isOfShape(code))
  .flatMap(([broken, a]) =>
    mistakes.filter(([, b]) => areApart(a, b)).map(([other, b]) => [broken, other, a, b] as const),
  );

describe('a mistake of shape and any other, in two files', () => {
  it('are many pairs', () => {
    expect(pairs.length).toBeGreaterThan(300);
  });

  it.each(pairs)('%s and %s are both told, and nothing else', (broken, other, a, b) => {
    const found = told({ ...a.wrong, ...b.wrong });

    const isWithheld = WITHHELD[broken]?.includes(other) || WITHHELD[other]?.includes(broken);
    const union = [...a.told, ...b.told];
    if (isWithheld) expect(union).toEqual(expect.arrayContaining(found));
    else expect(found.toSorted()).toEqual(union.toSorted());
    expect(found).toEqual(expect.arrayContaining([...a.told]));
  });
});

describe('a mistake of shape in a file that IVRs do not look at', () => {
  const wrong = { 'rules/again.yaml': ['after: 2 h', 'after: two hours'] } as const;
  const apart = Object.entries(IVR_MISTAKES).filter(
    ([, { wrong: own }]) => !('rules/again.yaml' in own),
  );

  it.each(apart)('keeps nothing back: %s', (_code, mistake) => {
    const found = diagnose({ ...wrong, ...mistake.wrong }, IVR_FILES, mistake.recordings);

    expect(found.map((one) => `${placeOf(one)} ${one.message}`)).toEqual([
      ...mistake.told,
      expect.stringContaining('rules/again.yaml:17:12 expected "at once"'),
    ]);
  });
});

/** The file with one thing in it broken: a value of a sort that nothing takes, or a key misspelt. */
function* breakagesOf(text: string): Generator<{ readonly what: string; readonly text: string }> {
  for (const path of pathsIn(parseDocument(text).contents)) {
    const broken = parseDocument(text);
    broken.setIn(path, { '?': [{}] });
    yield { what: `${path.join(' > ')} is no value`, text: String(broken) };
    const renamed = parseDocument(text);
    const parent = renamed.getIn(path.slice(0, -1));
    if (!isMap(parent)) continue;
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
    if (!isScalar(pair?.key)) continue;
    pair.key.value = `${String(pair.key.value)}X`;
    yield { what: `${path.join(' > ')} is misspelt`, text: String(renamed) };
  }
}

function pathsIn(node: unknown, path: readonly unknown[] = []): readonly (readonly unknown[])[] {
  const children: readonly (readonly [unknown, unknown])[] = isMap(node)
    ? node.items.map(({ key, value }) => [isScalar(key) ? key.value : key, value])
    : isSeq(node)
      ? node.items.map((item, index) => [index, item])
      : [];
  return children.flatMap(([step, child]) => [[...path, step], ...pathsIn(child, [...path, step])]);
}

describe('whatever one thing is broken in a centre that is in order', () => {
  it.each(Object.keys(IVR_FILES))('nothing but that is told: %s', (file) => {
    const loud = [...breakagesOf(IVR_FILES[file] ?? '')].flatMap(({ what, text }) => {
      const found = diagnose({ [file]: text }, IVR_FILES);
      const isBroken = found.some(({ code }) => isOfShape(code));
      const others = found.filter(({ code, at }) => !isOfShape(code) || at.file !== file);
      return isBroken && others.length > 0
        ? [[what, others.map((one) => `${placeOf(one)} ${one.message}`)]]
        : [];
    });

    expect(loud).toEqual([]);
  });

  it.each(Object.keys(IVR_FILES))('nor when nothing of the file can be read: %s', (file) => {
    const found = diagnose({ [file]: 'name: [' }, IVR_FILES);

    expect(found.map(({ code, at }) => [code, at.file])).toEqual([['yaml-syntax', file]]);
  });

  it.each(Object.keys(IVR_FILES))('nor when it lies under another name: %s', (file) => {
    const found = diagnose(
      { [file]: undefined, [`${file.slice(0, -5)}.yml`]: IVR_FILES[file] },
      IVR_FILES,
    );

    expect(found.map(({ code }) => code)).toEqual(
      file === 'centre.yaml' ? ['missing-file', 'unknown-file'] : ['unknown-file'],
    );
  });
});

describe('a part of a file that is right', () => {
  it('counts although another is wrong', () => {
    expect(
      told({
        'campaigns/spring.yaml': [
          '    rule: again\n    recallHours: office',
          '    rule: again\n    recalHours: office\n    wrapUp: soon',
        ],
        'rules/again.yaml': ['busy: again', 'busy: agian'],
        'queues.yaml': ['groups: [sales]', 'groups: [sale]'],
      }),
    ).toEqual([
      "campaigns/spring.yaml:7:5 'recalHours' has no meaning here",
      `campaigns/spring.yaml:8:13 expected a duration such as "30 s", "15 min", "2 h" or "3 d", found 'soon'`,
      "groups.yaml:1:1 no queue has the group 'sales'",
      "queues.yaml:2:12 there is no group 'sale'",
      "rules/again.yaml:8:13 tile 'status' leads to 'agian' (busy), but there is no such tile",
    ]);
  });

  it('is a test of a list that has a broken one before it', () => {
    const broken = `- name: 5\n  calls: [busy]\n  expect: [status]\n`;

    expect(
      told({
        'rules/again.test.yaml': [
          `- name: busy is called again\n  given: { fields: { name: Anna }, classifier: later }\n  calls: [busy]\n  expect: [status > again]`,
          `${broken}- name: busy is called again\n  calls: [busy]\n  expect: [status > agian]`,
        ],
      }),
    ).toEqual([
      "rules/again.test.yaml:1:9 expected text, found '5'",
      "rules/again.test.yaml:6:12 rule 'again' has no tile 'agian'",
    ]);
  });

  it('is all but a key that stands twice', () => {
    expect(
      told({
        'campaigns/spring.yaml': ['    queue: sales', '    queue: nowhere\n    queue: nobody'],
        'groups.yaml': ['[anna, jan]', '5'],
      }),
    ).toEqual([
      "campaigns/spring.yaml:5:5 'queue' stands here a second time",
      "groups.yaml:2:11 expected a list, found '5'",
    ]);
  });
});

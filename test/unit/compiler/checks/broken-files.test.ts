// Folders with several mistakes: all are reported at once, and a file that cannot be read makes no
// other look wrong.
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { LANGUAGE_CODES } from '../../../../lib/language/codes/language-codes.ts';
import { diagnose, type Edits, found, IVR_FILES, placeOf } from '../../../support/a-centre.ts';
import { IVR_MISTAKES, MISTAKES } from '../../../support/mistakes.ts';

const isOfShape = (code: string) => code in LANGUAGE_CODES;
const areApart = (a: Edits, b: Edits) => !Object.keys(a).some((file) => file in b);

/**
 * What is not reported while the file of the first mistake, which may make it right, cannot be
 * read.
 */
const WITHHELD: Readonly<Record<string, readonly string[]>> = {
  // the rule may send no e-mails
  'yaml-syntax': ['email-column-missing', 'scenario-unknown-name', 'email-without-unsubscribe'],
  // the campaign may use one or the other
  'duplicate-key': ['unused-queue', 'replies-unread'],
  // a channel of the campaign is not known: it may be the one that takes answers
  'unknown-key': ['replies-unread'],
  'wrong-type': ['replies-unread'],
  'not-offered': ['replies-unread'],
  // the campaign may use them, be the one that is named, and be the first that uses the rule
  'wrong-file-name': [
    'unused-queue',
    'unused-rule',
    'unknown-queue',
    'unknown-campaign',
    'scenario-unknown-name',
    'centre-without-campaign',
    'voicemail-not-detected',
    'replies-unread',
  ],
  // there may be senders, mailboxes, numbers and supervisors; hours may be of another time zone
  'missing-file': [
    'unknown-mailbox',
    'unknown-sender',
    'unknown-supervisor',
    'unknown-number',
    'hours-never-meet',
    'webhook-without-mailbox',
    'hlr-without-provider',
    'email-without-unsubscribe',
    'replies-without-mailbox',
  ],
};

const mistakes = Object.entries<Edits>(MISTAKES);
const alone = new Map(mistakes.map(([code, edits]) => [code, found(edits)]));
const pairs = mistakes
  .filter(([code]) => isOfShape(code))
  .flatMap(([broken, a]) =>
    mistakes.filter(([, b]) => areApart(a, b)).map(([other, b]) => [broken, other, a, b] as const),
  );

describe('a mistake of shape and any other, in two files', () => {
  it('are many pairs', () => {
    expect(pairs.length).toBeGreaterThan(300);
  });

  it.each(pairs)('%s and %s are both reported, and nothing else', (broken, other, a, b) => {
    const together = found({ ...a, ...b });

    const isWithheld = WITHHELD[broken]?.includes(other) || WITHHELD[other]?.includes(broken);
    const union = [...(alone.get(broken) ?? []), ...(alone.get(other) ?? [])];
    if (isWithheld) expect(union).toEqual(expect.arrayContaining([...together]));
    else expect(together.toSorted()).toEqual(union.toSorted());
    expect(together).toEqual(expect.arrayContaining([...(alone.get(broken) ?? [])]));
  });
});

describe('a mistake of shape in a file that IVRs do not look at', () => {
  const wrong = { 'rules/again.yaml': ['after: 2 h', 'after: two hours'] } as const;
  const apart = Object.entries(IVR_MISTAKES).filter(
    ([, { edits }]) => !('rules/again.yaml' in edits),
  );

  it.each(apart)('keeps nothing back: %s', (_code, { edits, recordings }) => {
    const [ofShape = ''] = found(wrong, IVR_FILES);

    expect(found({ ...wrong, ...edits }, IVR_FILES, recordings).toSorted()).toEqual(
      [...found(edits, IVR_FILES, recordings), ofShape].toSorted(),
    );
  });
});

/**
 * The file with one thing in it broken: a value of a type that nothing accepts, or a misspelt key.
 */
function* breakagesOf(text: string): Generator<{ readonly what: string; readonly text: string }> {
  for (const path of pathsIn(parseDocument(text).contents)) {
    const broken = parseDocument(text);
    broken.setIn(path, { '?': [{}] });
    yield { what: `${path.join(' > ')} has a wrong value`, text: String(broken) };
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
  it.each(Object.keys(IVR_FILES))('nothing but that is reported: %s', (file) => {
    const loud = [...breakagesOf(IVR_FILES[file] ?? '')].flatMap(({ what, text }) => {
      const all = diagnose({ [file]: text }, IVR_FILES);
      const isBroken = all.some(({ code }) => isOfShape(code));
      const others = all.filter(({ code, at }) => !isOfShape(code) || at.file !== file);
      return isBroken && others.length > 0
        ? [[what, others.map((one) => `${placeOf(one)} ${one.message}`)]]
        : [];
    });

    expect(loud).toEqual([]);
  });

  it.each(Object.keys(IVR_FILES))('nor when nothing of the file can be read: %s', (file) => {
    const all = diagnose({ [file]: 'name: [' }, IVR_FILES);

    expect(all.map(({ code, at }) => [code, at.file])).toEqual([['yaml-syntax', file]]);
  });

  it.each(Object.keys(IVR_FILES))('nor when it has another name: %s', (file) => {
    const all = diagnose(
      { [file]: undefined, [`${file.slice(0, -5)}.yml`]: IVR_FILES[file] },
      IVR_FILES,
    );

    expect(all.map(({ code }) => code)).toEqual(
      file === 'centre.yaml' ? ['missing-file', 'unknown-file'] : ['unknown-file'],
    );
  });
});

describe('a part of a file that is right', () => {
  it('counts although another is wrong', () => {
    expect(
      found({
        'campaigns/spring.yaml': [
          '    rule: again\n    recallHours: office',
          '    rule: again\n    recalHours: office\n    wrapUp: soon',
        ],
        'rules/again.yaml': ['busy: again', 'busy: agian'],
        'queues.yaml': ['groups: [sales]', 'groups: [sale]'],
      }),
    ).toEqual([
      "campaigns/spring.yaml:7:5 unknown-key: 'recalHours' has no meaning here",
      `campaigns/spring.yaml:8:13 wrong-form: expected a duration such as "30 s", "15 min", "2 h" or "3 d", found 'soon'`,
      "groups.yaml:1:1 unused-group: no queue has group 'sales'",
      "queues.yaml:2:12 unknown-group: there is no group 'sale'",
      "rules/again.yaml:8:13 missing-tile: tile 'status' leads to 'agian' (busy), which is not a tile",
    ]);
  });

  it('is a test of a list that has a broken one before it', () => {
    const broken = `- name: 5\n  calls: [busy]\n  expect: [status]\n`;

    expect(
      found({
        'rules/again.test.yaml': [
          `- name: busy is called again\n  given: { fields: { name: Anna } }\n  calls: [busy]\n  expect: [status > again]`,
          `${broken}- name: busy is called again\n  calls: [busy]\n  expect: [status > agian]`,
        ],
      }),
    ).toEqual([
      "rules/again.test.yaml:1:9 wrong-type: expected text, found '5'",
      "rules/again.test.yaml:6:12 scenario-unknown-name: rule 'again' has no tile 'agian'",
    ]);
  });

  it('is all but a key that appears twice', () => {
    expect(
      found({
        'campaigns/spring.yaml': ['    queue: sales', '    queue: nowhere\n    queue: nobody'],
        'groups.yaml': ['[anna, jan]', '5'],
      }),
    ).toEqual([
      "campaigns/spring.yaml:5:5 duplicate-key: 'queue' is already set here",
      "groups.yaml:2:11 wrong-type: expected a list, found '5'",
    ]);
  });
});

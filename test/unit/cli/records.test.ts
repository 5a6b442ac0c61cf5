import { describe, expect, it } from 'vitest';
import type { TaskInput, TaskOutput } from '../../../lib/application/tasks/tasks.ts';
import { recordsCommand } from '../../../lib/cli/records.ts';

type Input = TaskInput<'update-records'>;
type Output = TaskOutput<'update-records'>;

const updated = (more: Partial<Extract<Output, { kind: 'updated' }>> = {}): Output => ({
  kind: 'updated',
  changed: 1,
  unchanged: 0,
  refused: [],
  more: false,
  campaignState: 'running',
  ...more,
});

async function run(args: string, answers: readonly Output[] = [updated()]) {
  const asked: { readonly name: string; readonly input: Input }[] = [];
  const [out, err]: [string[], string[]] = [[], []];
  const command = recordsCommand(async (name, input) => {
    const answer = answers[asked.length];
    asked.push({ name, input });
    if (answer === undefined) throw new Error('asked too often');
    return answer;
  });
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await command(args.split(' '), io as never);
  return { code, asked, out, err };
}

describe('ringback records', () => {
  it('puts the records named back into the list', async () => {
    const { code, asked, out } = await run('spring put-back r1 r2 --by olga --name centre');

    expect(code).toBe(0);
    expect(asked).toEqual([
      {
        name: 'centre-update-records',
        input: {
          campaign: 'spring',
          records: ['r1', 'r2'],
          change: { kind: 'put-back' },
          by: 'olga',
        },
      },
    ]);
    expect(out).toEqual(['1 record changed, 0 were so already']);
  });

  it('asks again until no record is set aside any more, and adds up', async () => {
    const answers = [updated({ changed: 500, more: true }), updated({ changed: 12 })];

    const { asked, out } = await run('spring close --set-aside', answers);

    expect(asked.map(({ input }) => input.records)).toEqual(['set-aside', 'set-aside']);
    expect(out).toEqual(['512 records changed, 0 were so already']);
  });

  it('stops where nothing changes any more, and fails', async () => {
    const refused = [{ record: 'r1', reason: 'a call with it is under way' }];
    const answers = [updated({ changed: 0, more: true, refused })];

    const { code, err } = await run('spring put-back --set-aside', answers);

    expect(code).toBe(1);
    expect(err).toEqual(['record r1: a call with it is under way']);
  });

  it('says when nothing will be called because the campaign does not run', async () => {
    const { out } = await run('spring put-back r1', [updated({ campaignState: 'ended' })]);

    expect(out.at(-1)).toBe('the campaign is ended: nothing is called until it runs');
  });

  it('reserves for an agent, and puts back for a later moment', async () => {
    const reserved = await run('spring reserve r1 --agent eva');
    const later = await run('spring put-back r1 --at 2026-03-02T09:00+01:00');

    expect(reserved.asked[0]?.input.change).toEqual({ kind: 'reserve', agent: 'eva' });
    expect(later.asked[0]?.input.change).toEqual({
      kind: 'put-back',
      at: Date.parse('2026-03-02T08:00Z'),
    });
  });

  it.each([
    ['spring', 'name a campaign and what to do with its records'],
    ['spring put-back', 'name records, or give --set-aside'],
    ['spring put-back r1 --set-aside', 'name records, or give --set-aside'],
    [
      'spring burn r1',
      "there is no action 'burn'. Use 'list', 'show', 'add', 'erase', 'filters', 'save-filter', 'remove-filter', 'put-back', 'close', 'reserve' or 'release'.",
    ],
    ['spring reserve r1', 'reserve needs --agent'],
    ['spring close r1 --agent eva', '--agent belongs to reserve'],
    ['spring close r1 --at 2026-03-02T09:00Z', '--at belongs to put-back'],
    ['spring put-back r1 --at 2026-03-02T09:00', '--at takes a moment with its offset'],
  ])('refuses: %s', async (args, reason) => {
    const { code, err, asked } = await run(args);

    expect(code).toBe(2);
    expect(asked).toEqual([]);
    expect(err[0]).toContain(reason);
  });
});

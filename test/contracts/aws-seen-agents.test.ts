// Which agents a function has seen, over DynamoDB, while others join and leave their group.
import { expect, it } from 'vitest';
import { dynamoAgentBoard } from '../../lib/aws/dynamodb/agent-board.ts';
import { agentId } from '../../lib/domain/model/ids.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { at } from '../support/records.ts';

onDynamo((fresh) => {
  it('reads few agents by key while nobody joins their group, and asks for it when somebody has', async () => {
    const { db, runtime } = await fresh();
    const [looking, others] = [dynamoAgentBoard(db, runtime), dynamoAgentBoard(db, runtime)];
    const stored = (name: string, seconds: number, group = 'team') =>
      others.put({
        ...{ agent: agentId(name), arn: `arn:agent/${name}`, group, activity: 'free' },
        ...{ since: at(seconds), eventAt: at(seconds) },
      });
    const seen = async () =>
      (await looking.ofGroupsSeen(['team']))?.map(({ agent, eventAt }) => [agent, eventAt]);
    await stored('eva', 1);

    const first = await seen();
    await looking.ofGroups(['team']);
    await stored('eva', 2);
    const known = await seen();
    await stored('tom', 3);
    const joined = await seen();
    await looking.ofGroups(['team']);
    const both = await seen();
    await stored('eva', 4, 'night');
    const left = await seen();

    expect([first, known, joined]).toEqual([undefined, [['eva', at(2)]], undefined]);
    expect(both).toEqual([
      ['eva', at(2)],
      ['tom', at(3)],
    ]);
    expect(left).toEqual([['tom', at(3)]]);
  });
});

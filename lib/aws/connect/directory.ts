// Which Connect queue a queue of the definitions is and which number an own number is. Deployment
// writes them as SSM parameters, so a function need not be deployed again when Connect gives them
// new ids.
import { GetParametersByPathCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { Fault } from '../../application/tasks/faults.ts';
import { faultOf } from '../service-errors.ts';

export interface ConnectDirectory {
  /** ARN of a queue of the definitions; raises NotFound. */
  queueArn(queue: string): Promise<string>;
  /**
   * ARN of the flow in which a campaign's callees wait for the queue; undefined when one flow
   * serves all.
   */
  waitingFlowArn(queue: string, campaign: string): Promise<string | undefined>;
  /** ARN of the flow of a campaign's survey calls; raises NotFound. */
  surveyFlowArn(campaign: string): Promise<string>;
  /** An own number in E.164; raises NotFound. */
  number(id: string): Promise<string>;
  /** ARNs of the routing profiles by group, where agents are looked at; else none. */
  profiles(): Promise<ReadonlyMap<string, string>>;
  /** The queue of the definitions that a Connect queue is, by its ARN or the id it ends with. */
  queueOf(arnOrId: string): Promise<string | undefined>;
}

const GROUPS = 'groups/';

/** Read once, at the first question. */
export function connectDirectory(ssm: SSMClient, path: string): ConnectDirectory {
  let read: Promise<ReadonlyMap<string, string>> | undefined;
  const entries = () => {
    read ??= readAll(ssm, path).catch((error: unknown) => {
      read = undefined;
      throw faultOf('TelephonyUnavailable', 'reading the directory', error);
    });
    return read;
  };
  const find = async (name: string) => {
    const value = (await entries()).get(name);
    if (value === undefined) throw new Fault('NotFound', `the directory has no '${name}'`);
    return value;
  };
  return {
    queueArn: (queue) => find(`queues/${queue}`),
    async waitingFlowArn(queue, campaign) {
      const known = await entries();
      return known.get(`campaign-waiting-flows/${campaign}`) ?? known.get(`waiting-flows/${queue}`);
    },
    surveyFlowArn: (campaign) => find(`survey-flows/${campaign}`),
    number: (id) => find(`numbers/${id}`),
    async profiles() {
      const groups = [...(await entries())].filter(([name]) => name.startsWith(GROUPS));
      return new Map(groups.map(([name, arn]) => [name.slice(GROUPS.length), arn]));
    },
    async queueOf(arnOrId) {
      const wanted = lastPart(arnOrId);
      const found = [...(await entries())].find(
        ([name, value]) => name.startsWith('queues/') && lastPart(value) === wanted,
      );
      return found?.[0].slice('queues/'.length);
    },
  };
}

/** The id an ARN ends with. */
export const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

async function readAll(ssm: SSMClient, path: string): Promise<ReadonlyMap<string, string>> {
  const prefix = path.endsWith('/') ? path : `${path}/`;
  const found = new Map<string, string>();
  let NextToken: string | undefined;
  do {
    const page = await ssm.send(
      new GetParametersByPathCommand({ Path: path, Recursive: true, NextToken }),
    );
    for (const { Name, Value } of page.Parameters ?? []) {
      if (Name?.startsWith(prefix) && Value) found.set(Name.slice(prefix.length), Value);
    }
    NextToken = page.NextToken;
  } while (NextToken);
  return found;
}

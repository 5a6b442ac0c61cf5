// Routing criteria of a flow → what a waiting contact waits for. Steps name agents by their ids or
// ask for a skill; what else Connect knows there (expressions of several conditions, ranges) is
// refused by name.
import { z } from 'zod';
import type { JsonObject } from '../../compiler/json.ts';
import type { RoutingStep } from '../phone-network/call.ts';
import { NotEmulated } from './not-emulated.ts';

const Step = z.strictObject({
  Expiry: z.strictObject({ DurationInSeconds: z.coerce.number() }).optional(),
  Expression: z.strictObject({
    AttributeCondition: z.union([
      z.strictObject({
        ComparisonOperator: z.literal('Match'),
        MatchCriteria: z.strictObject({
          AgentsCriteria: z.strictObject({ AgentIds: z.array(z.string()) }),
        }),
      }),
      z.strictObject({
        Name: z.string(),
        Value: z.string(),
        ProficiencyLevel: z.coerce.number(),
        ComparisonOperator: z.literal('NumberGreaterOrEqualTo'),
      }),
    ]),
  }),
});
const Criteria = z.strictObject({ Steps: z.array(Step).min(1).max(5) });

/** @param nameOf user name by the id of an agent */
export function routingSteps(
  criteria: JsonObject,
  nameOf: (agentId: string) => string | undefined,
): readonly RoutingStep[] {
  const read = Criteria.safeParse(criteria);
  if (!read.success) throw new NotEmulated(`routing criteria ${JSON.stringify(criteria)}`);
  return read.data.Steps.map(({ Expiry, Expression: { AttributeCondition: condition } }) => ({
    seconds: Expiry?.DurationInSeconds,
    ...('MatchCriteria' in condition
      ? {
          agents: condition.MatchCriteria.AgentsCriteria.AgentIds.flatMap((id) => nameOf(id) ?? []),
        }
      : { skills: [condition.Value] }),
  }));
}

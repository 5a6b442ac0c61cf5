// IAM condition operators and keys. Unknown ones are refused: ignoring a condition would prove
// nothing.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { matchesWildcard } from './wildcard.ts';

/** What is known of a request when a policy asks: condition key in lower case → value. */
export type ConditionContext = Readonly<Record<string, string | undefined>>;

/** One line of a policy's Condition block. */
export interface PolicyCondition {
  readonly operator: string;
  /** Lower case. */
  readonly key: string;
  readonly values: readonly string[];
}

type Test = (actual: string, wanted: string) => boolean;

const equal: Test = (actual, wanted) => actual === wanted;
const equalIgnoringCase: Test = (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase();
const like: Test = (actual, wanted) => matchesWildcard(wanted, actual);

/** Positive operators; a `Not…` operator is the negation of one. */
const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: equal,
  StringEqualsIgnoreCase: equalIgnoringCase,
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: equalIgnoringCase,
  NumericEquals: (actual, wanted) => Number(actual) === Number(wanted),
  NumericLessThan: (actual, wanted) => Number(actual) < Number(wanted),
  NumericLessThanEquals: (actual, wanted) => Number(actual) <= Number(wanted),
  NumericGreaterThan: (actual, wanted) => Number(actual) > Number(wanted),
  NumericGreaterThanEquals: (actual, wanted) => Number(actual) >= Number(wanted),
};

const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

/** Keys the gateway and the deliveries fill in. */
const KEYS = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceowner',
  'aws:securetransport',
  'aws:principalarn',
  'aws:principalaccount',
  's3:tlsversion',
  'ses:fromaddress',
]);

/** Throws for what cannot be judged here: a condition silently passed over would prove nothing. */
export function checkCondition(condition: PolicyCondition): void {
  const operator = condition.operator.replace(/IfExists$/, '');
  if (!Object.hasOwn(TESTS, operator) && !Object.hasOwn(NEGATED, operator))
    throw new NotEmulated(`IAM condition operator '${condition.operator}'`);
  if (!KEYS.has(condition.key)) throw new NotEmulated(`IAM condition key '${condition.key}'`);
}

export function holds(condition: PolicyCondition, context: ConditionContext): boolean {
  const operator = condition.operator.replace(/IfExists$/, '');
  const actual = context[condition.key];
  const negated = NEGATED[operator];
  if (actual === undefined) return negated !== undefined || operator !== condition.operator;
  const test = TESTS[negated ?? operator];
  if (!test) throw new NotEmulated(`IAM condition operator '${condition.operator}'`);
  const any = condition.values.some((value) => test(actual, value));
  return negated === undefined ? any : !any;
}

// How a resource type of CloudFormation is defined here: a strict schema and how to create it.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Cloud } from '../cloud.ts';
import { AwsError } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';

/** What a resource of the template became. */
export interface Created {
  /** What `Ref` gives. */
  readonly ref: string;
  /** What `Fn::GetAtt` gives. */
  readonly attributes?: Readonly<Record<string, Json>>;
  /** The emulated resource, for tests and extensions. */
  readonly thing?: unknown;
}

export interface ResourceInput<P> {
  readonly cloud: Cloud;
  readonly properties: P;
  readonly logicalId: string;
  readonly stackName: string;
  /** A physical name for a resource that is given none. */
  readonly generatedName: string;
}

/** How resources of one CloudFormation type come into being. */
export interface ResourceKind {
  readonly create: (input: ResourceInput<JsonObject>) => Promise<Created> | Created;
}

/**
 * Binds a schema to its creation. Schemas are strict: a property that is not read here would be a
 * difference from AWS that no test could show, so it is refused by name.
 */
export function resourceKind<S extends z.ZodType>(
  schema: S,
  create: (input: ResourceInput<z.infer<S>>) => Promise<Created> | Created,
): ResourceKind {
  return {
    create: (input) => {
      const checked = schema.safeParse(input.properties);
      if (!checked.success) throw new NotEmulated(explain(checked.error));
      return create({ ...input, properties: checked.data });
    },
  };
}

function explain(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const where = issue.path.length > 0 ? `property '${issue.path.join('.')}': ` : '';
      return issue.code === 'unrecognized_keys'
        ? `${where}unknown property '${issue.keys.join("', '")}'`
        : `${where}${issue.message}`;
    })
    .join('; ');
}

/** Properties that change nothing locally (tags, encryption keys): accepted with any value. */
export function ignored<const K extends string>(
  ...names: readonly K[]
): Record<K, z.ZodOptional<z.ZodUnknown>> {
  return Object.fromEntries(names.map((name) => [name, z.unknown().optional()])) as Record<
    K,
    z.ZodOptional<z.ZodUnknown>
  >;
}

/** Any JSON, untouched. */
export const json = z.custom<Json>((value) => value !== undefined);

/** CloudFormation takes numbers and booleans as strings, too. */
export const number = z.coerce.number();
export const boolean = z.union([
  z.boolean(),
  z.literal('true').transform(() => true),
  z.literal('false').transform(() => false),
]);

/** For types whose absence makes no difference to a local run. */
export const withoutEffect: ResourceKind = {
  create: ({ generatedName, logicalId }) => ({
    ref: generatedName,
    attributes: { Arn: `arn:aws:local:::${generatedName}`, Id: logicalId },
  }),
};

export function requiredProperty<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new AwsError('ValidationError', `${what} is missing`);
  return value;
}

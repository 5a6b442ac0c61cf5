// What CloudFormation accepts in one stack, reported before anything is written: the CDK's own
// refusal is a stack trace, and a template that is too large is refused only when it is deployed.
// docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const MOST_RESOURCES = 500;
const MOST_BYTES = 1_000_000;

/** One line for each stack with too many resources. */
export function tooManyResources(app: IConstruct): readonly string[] {
  return stacksOf(app).flatMap((stack) => {
    const resources = stack.node.findAll().filter((each) => CfnResource.isCfnResource(each));
    if (resources.length <= MOST_RESOURCES) return [];
    const byType = Map.groupBy(resources, ({ cfnResourceType }) => cfnResourceType);
    const most = [...byType]
      .map(([type, of]) => ({ type, count: of.length }))
      .toSorted((a, b) => b.count - a.count)
      .slice(0, 3)
      .map(({ type, count }) => `${count} ${type}`);
    const counts = `${resources.length} resources, CloudFormation takes ${MOST_RESOURCES} in a stack`;
    return [`${stack.stackName}: ${counts} (most are ${most.join(', ')})\n  ${REMEDY}`];
  });
}

/**
 * One line for each template that is too large; the templates have been written to the app's
 * folder.
 */
export function tooLargeTemplates(
  templates: readonly { readonly stack: string; readonly bytes: number }[],
): readonly string[] {
  return templates
    .filter(({ bytes }) => bytes > MOST_BYTES)
    .map(
      ({ stack, bytes }) =>
        `${stack}: a template of ${bytes} bytes, CloudFormation takes ${MOST_BYTES}\n  ${REMEDY}`,
    );
}

const REMEDY =
  'spread the campaigns and their rules over several folders and deploy each under a name of its own: -c folder=… -c name=…';

const stacksOf = (app: IConstruct): readonly Stack[] =>
  app.node.findAll().filter((each): each is Stack => Stack.isStack(each));

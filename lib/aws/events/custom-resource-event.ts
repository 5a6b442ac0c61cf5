// What CloudFormation asks of a custom resource. Its properties arrive as they stand in the
// template, with `ServiceToken` among them.
// docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
import * as z from 'zod';
import type { TaskInput } from '../../application/tasks/tasks.ts';

const Properties = z.record(z.string(), z.unknown());

const CustomResourceEvent = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.string().optional(),
  ResourceProperties: Properties,
  OldResourceProperties: Properties.optional(),
});
type CustomResourceEvent = z.output<typeof CustomResourceEvent>;

export interface ReadCustomResource {
  readonly input: TaskInput<'link-connect'>;
  /**
   * What the link belongs to: when that changes, CloudFormation deletes the link of the old one.
   */
  readonly physicalId: string;
}

/** The catalogue's schema is held against the input by the edge. */
export function readCustomResource(event: CustomResourceEvent): ReadCustomResource {
  const { RequestType, ResourceProperties, OldResourceProperties } = event;
  const link = linkOf(ResourceProperties);
  return {
    input: {
      link,
      before: OldResourceProperties && linkOf(OldResourceProperties),
      to: RequestType === 'Delete' ? 'unlinked' : 'linked',
    } as TaskInput<'link-connect'>,
    physicalId: `${link.kind}:${link.number ?? link.queue}`,
  };
}

function linkOf({ ServiceToken: _, ...link }: Readonly<Record<string, unknown>>) {
  return link;
}

/** Whom to answer, and what the answer has to repeat. */
export const parseCustomResourceEvent = (event: unknown): CustomResourceEvent =>
  CustomResourceEvent.parse(event);

/** CloudFormation waits an hour for it, so a failure has to be told, too. */
export async function answerCloudFormation(
  event: CustomResourceEvent,
  answer:
    | { readonly status: 'SUCCESS'; readonly physicalId: string }
    | { readonly status: 'FAILED'; readonly reason: string },
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId, ResponseURL } = event;
  // a creation that failed is deleted by this name; it must not look like a thing that exists
  const physicalId =
    answer.status === 'SUCCESS'
      ? answer.physicalId
      : (event.PhysicalResourceId ?? `failed:${RequestId}`);
  const response = await fetch(ResponseURL, {
    method: 'PUT',
    // the address is signed for no content type
    headers: { 'content-type': '' },
    body: JSON.stringify({
      StackId,
      RequestId,
      LogicalResourceId,
      PhysicalResourceId: physicalId,
      Status: answer.status,
      Reason: answer.status === 'FAILED' ? answer.reason : undefined,
    }),
  });
  if (!response.ok) throw new Error(`CloudFormation did not take the answer: ${response.status}`);
}

// The type a document says it has. The service is told the type beside the content, so a file alone
// gives it away only in two ways: modules carry settings, and the console's exports name the type
// in their metadata.

import { FLOW_TYPES, type FlowType } from './flow.ts';
import { isObject } from './json.ts';

/** `customerQueue` → `CUSTOMER_QUEUE`; undefined when the document does not say. */
export function flowTypeOf(content: unknown): FlowType | undefined {
  if (!isObject(content)) return undefined;
  if (content.Settings !== undefined) return 'MODULE';
  const named = isObject(content.Metadata) ? content.Metadata.type : undefined;
  if (typeof named !== 'string') return undefined;
  const upper = named.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  return FLOW_TYPES.find((type) => type === upper);
}

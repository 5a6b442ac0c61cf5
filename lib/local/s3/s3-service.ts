// Amazon S3 in path style; objects are stored by fauxqs, events are published here.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { EventBuses } from '../events/event-buses.ts';
import type { Service, ServiceCall, ServiceResponse } from '../gateway/service.ts';
import type { Buckets } from './buckets.ts';
import { readS3Request, S3_ACTIONS, type S3Request } from './s3-request.ts';

/** Amazon S3, path style. */
export function s3Service(buckets: Buckets, buses: EventBuses): Service {
  return {
    name: 's3',
    protocol: 'rest-xml',
    actions: S3_ACTIONS,
    actionOf: (request) => {
      try {
        return readS3Request(request).action;
      } catch (error) {
        if (error instanceof NotEmulated) return `${request.method} ${request.path}`;
        throw error;
      }
    },
    access: (call) => readS3Request(call.request).access,
    handle: (call) => handle(call, buckets, buses),
  };
}

async function handle(
  call: ServiceCall,
  buckets: Buckets,
  buses: EventBuses,
): Promise<ServiceResponse> {
  const request = readS3Request(call.request);
  const bucket = buckets.get(request.bucket);
  const answer = await buckets.send(call.request);
  if (request.created && answer.status < 300 && bucket.notifiesEventBridge)
    await publishObjectCreated(call.request.path, request, buckets, buses);
  return answer;
}

/** Stores an object that an AWS service writes with its own permissions. */
export async function putByService(
  { buckets, buses }: { readonly buckets: Buckets; readonly buses: EventBuses },
  object: { readonly bucket: string; readonly key: string; readonly body: Buffer },
): Promise<void> {
  const { bucket, key, body } = object;
  const path = `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const query = new URLSearchParams();
  const answer = await buckets.send({ method: 'PUT', path, query, headers: {}, body });
  if (answer.status >= 300) throw new Error(`s3://${bucket}/${key} was refused: ${answer.body}`);
  const written = { action: 'PutObject', bucket, key, access: [], created: 'PutObject' } as const;
  if (buckets.get(bucket).notifiesEventBridge)
    await publishObjectCreated(path, written, buckets, buses);
}

/** Source: Amazon S3 User Guide, "EventBridge event message structure". */
async function publishObjectCreated(
  path: string,
  { bucket, key, created }: S3Request,
  buckets: Buckets,
  buses: EventBuses,
): Promise<void> {
  const { headers } = await buckets.send({
    method: 'HEAD',
    path,
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.alloc(0),
  });
  buses.putDefaultBusEvent({
    source: 'aws.s3',
    detailType: 'Object Created',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: {
        key,
        size: Number(headers['content-length'] ?? 0),
        etag: String(headers.etag ?? '').replaceAll('"', ''),
        sequencer: '0',
      },
      'request-id': 'local',
      requester: 'local',
      reason: created ?? 'PutObject',
    },
  });
}

// S3 names its action by method, path and query, not by a header. The action decides which
// permission is needed.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { GatewayRequest } from '../gateway/service.ts';

/** What a path-style request asks of S3. */
export interface S3Request {
  readonly action: string;
  readonly bucket: string;
  /** Decoded; empty for the bucket itself. */
  readonly key: string;
  /** IAM actions and the resources they need permission on. */
  readonly access: readonly { readonly action: string; readonly resource: string }[];
  /** Set when the request, done, has made an object. */
  readonly created?: 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload';
}

type Kind = Omit<S3Request, 'bucket' | 'key' | 'access'> & {
  readonly iam: string;
  readonly on: 'bucket' | 'object';
};

/** Actions of S3 that are passed on. */
export const S3_ACTIONS: readonly string[] = [
  'AbortMultipartUpload',
  'CompleteMultipartUpload',
  'CopyObject',
  'CreateMultipartUpload',
  'DeleteObject',
  'DeleteObjects',
  'GetObject',
  'HeadBucket',
  'HeadObject',
  'ListObjects',
  'PutObject',
  'UploadPart',
];

export function readS3Request(request: GatewayRequest): S3Request {
  const [, bucket = '', ...rest] = request.path.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const kind = key === '' ? bucketKind(request) : objectKind(request);
  if (!kind || bucket === '') throw new NotEmulated(`s3:${request.method} ${request.path}`);
  const { iam, on, ...named } = kind;
  const arn = `arn:aws:s3:::${bucket}`;
  const resource = on === 'bucket' ? arn : `${arn}/${key || '*'}`;
  const source = request.headers['x-amz-copy-source'];
  const read = source === undefined ? [] : [readOf(String(source))];
  return { ...named, bucket, key, access: [{ action: `s3:${iam}`, resource }, ...read] };
}

function readOf(source: string) {
  const path = decodeURIComponent(source).replace(/^\//, '').split('?')[0];
  return { action: 's3:GetObject', resource: `arn:aws:s3:::${path}` };
}

function bucketKind({ method, query }: GatewayRequest): Kind | undefined {
  if (method === 'HEAD') return { action: 'HeadBucket', iam: 'ListBucket', on: 'bucket' };
  if (method === 'POST' && query.has('delete'))
    return { action: 'DeleteObjects', iam: 'DeleteObject', on: 'object' };
  const plain = [...query.keys()].every((name) => LIST_PARAMETERS.has(name));
  if (method === 'GET' && plain) return { action: 'ListObjects', iam: 'ListBucket', on: 'bucket' };
  return undefined;
}

const LIST_PARAMETERS = new Set([
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'marker',
  'start-after',
  'continuation-token',
  'encoding-type',
  'fetch-owner',
]);

/** Sub-resources of an object that are something else than its content. */
const SUB_RESOURCES = ['acl', 'tagging', 'retention', 'legal-hold', 'torrent', 'attributes'];

function objectKind({ method, query, headers }: GatewayRequest): Kind | undefined {
  if (SUB_RESOURCES.some((name) => query.has(name))) return undefined;
  const upload = query.has('uploadId');
  if (method === 'GET' && !upload) return { action: 'GetObject', iam: 'GetObject', on: 'object' };
  if (method === 'HEAD') return { action: 'HeadObject', iam: 'GetObject', on: 'object' };
  if (method === 'DELETE')
    return upload
      ? { action: 'AbortMultipartUpload', iam: 'AbortMultipartUpload', on: 'object' }
      : { action: 'DeleteObject', iam: 'DeleteObject', on: 'object' };
  const put = { iam: 'PutObject', on: 'object' } as const;
  if (method === 'POST' && query.has('uploads')) return { ...put, action: 'CreateMultipartUpload' };
  if (method === 'POST' && upload)
    return { ...put, action: 'CompleteMultipartUpload', created: 'CompleteMultipartUpload' };
  if (method !== 'PUT') return undefined;
  if (upload) return { ...put, action: 'UploadPart' };
  return headers['x-amz-copy-source'] === undefined
    ? { ...put, action: 'PutObject', created: 'PutObject' }
    : { ...put, action: 'CopyObject', created: 'CopyObject' };
}

// What becomes of things that hold data or that cannot be had again when their stack is deleted. In
// production they stay, except those of a try that failed: nothing is in them yet, and what stayed
// would count against quotas and hold names that the next try needs.
import { RemovalPolicy } from 'aws-cdk-lib';
import type { Deployment } from './deployment.ts';

export const kept = ({ production }: Deployment): RemovalPolicy =>
  production ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;

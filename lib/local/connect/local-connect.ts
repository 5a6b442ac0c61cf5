// Amazon Connect as an extension of the local cloud.
import type { ContactId } from '../../domain/model/ids.ts';
import type { Arrival } from '../../simulation/phone-network/arrivals.ts';
import type { PhoneNetwork } from '../../simulation/phone-network/phone-network.ts';
import type { Extension } from '../local-cloud.ts';
import { callQuota } from './call-quota.ts';
import { ConnectInstance } from './connect-instance.ts';
import { connectResources } from './connect-resources.ts';
import type { ConnectRuntimeOptions } from './connect-runtime.ts';
import { ConnectRuntime } from './connect-runtime.ts';
import { connectService } from './connect-service.ts';
import { TelephoneRoutes } from './telephone-routes.ts';

export interface ConnectOptions {
  /** The account's quota of StartOutboundVoiceContact: calls per second and at once. */
  readonly callsPerSecond: number;
  readonly burst: number;
  /** An instance that is there before the deployment. */
  readonly existingInstanceArn?: string;
  /** Numbers the instance has before the deployment. */
  readonly existingNumbers?: readonly { readonly number: string; readonly arn?: string }[];
}

export interface LocalConnect {
  readonly extension: Extension;
  /** Creates the simulated agents and callees. Call after the cloud has started. */
  open(setup: ConnectRuntimeOptions): PhoneNetwork;
  /**
   * Receives a call to one of our numbers; undefined if no flow answers it or the caller is
   * engaged.
   */
  ring(arrival: Arrival): ContactId | undefined;
}

export function localConnect(options: ConnectOptions): LocalConnect {
  let instance: ConnectInstance | undefined;
  let network: ConnectRuntime | undefined;
  const extension: Extension = {
    services: (cloud) => {
      instance = new ConnectInstance(cloud.location);
      if (options.existingInstanceArn) instance.adopt(options.existingInstanceArn);
      for (const { number, arn } of options.existingNumbers ?? []) instance.addNumber(number, arn);
      network = new ConnectRuntime(instance, cloud);
      new TelephoneRoutes(cloud, network);
      const quota = callQuota(() => cloud.time.now(), options.callsPerSecond, options.burst);
      return [connectService(instance, network, quota)];
    },
    // read after the services are there
    get resources() {
      return instance ? connectResources(instance) : {};
    },
  };
  const started = (): ConnectRuntime => {
    if (!network) throw new Error('the local cloud has not been started');
    return network;
  };
  return {
    extension,
    open: (setup) => started().open(setup),
    ring: (arrival) => started().ring(arrival),
  };
}

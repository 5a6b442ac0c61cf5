// The user pools of the cloud.
import { UserPool } from './user-pool.ts';

export class UserPools {
  private readonly pools = new Map<string, UserPool>();
  private readonly region: string;

  constructor(region: string) {
    this.region = region;
  }

  create(): UserPool {
    const pool = new UserPool(this.region);
    this.pools.set(pool.id, pool);
    return pool;
  }

  get(id: string): UserPool {
    const pool = this.pools.get(id);
    if (!pool) throw new Error(`no user pool '${id}' in the assembly`);
    return pool;
  }

  byIssuer(issuer: string): UserPool | undefined {
    return this.all().find((pool) => pool.issuer === issuer);
  }

  all(): readonly UserPool[] {
    return [...this.pools.values()];
  }
}

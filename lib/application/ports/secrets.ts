/** Secrets of the deployment by their name in the definitions; kept in memory for a minute. */
export interface Secrets {
  /** Raises NotFound. */
  read(name: string): Promise<string>;
}

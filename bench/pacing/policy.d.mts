/** A policy of the shared simulator (see its README); opaque to us. */
declare const policy: () => unknown;
export default policy;

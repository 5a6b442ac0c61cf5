/** A policy of the shared simulator (see its README); opaque to us. */
declare const policy: (mode?: 'predictive' | 'progressive') => unknown;
export default policy;

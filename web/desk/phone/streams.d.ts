// Its own types are of a global, not of a module; what is used of it is in softphone.ts.
declare module 'amazon-connect-streams/release/connect-streams-min.js';

// Node's http without its classes for web sockets: an import of `node:http` reads all of its
// exports, and reading those loads Node's whole fetch, as much time as the rest of a thread's
// start. Whatever imports `node:http` after this, a bundle included, is spared it.
const http = process.getBuiltinModule('node:http');

for (const name of ['WebSocket', 'CloseEvent', 'MessageEvent'])
  Object.defineProperty(http, name, { value: undefined });

export { http };

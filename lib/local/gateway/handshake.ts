// WebSockets on the gateway's port: whoever is in charge of a path decides about a connection
// before it is one.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GatewayRequest } from './service.ts';

/** A connection that is there. */
export interface Connection {
  send(text: string): void;
  /** A text of the page. */
  onMessage(run: (text: string) => void): void;
  onClose(run: () => void): void;
  close(): void;
}

/** Somebody wants to connect. */
export interface Handshake {
  readonly request: GatewayRequest;
  /** @param protocol of those asked for */
  accept(protocol: string | undefined): Connection;
  refuse(status: number): void;
}

export type UpgradeRoute = (handshake: Handshake) => Promise<void>;

export function handshake(
  incoming: IncomingMessage,
  request: GatewayRequest,
  socket: Duplex,
  head: Buffer,
): Handshake {
  return {
    request,
    accept(protocol) {
      const server = new WebSocketServer({
        noServer: true,
        handleProtocols: () => protocol ?? false,
      });
      let made: WebSocket | undefined;
      server.handleUpgrade(incoming, socket, head, (opened) => {
        made = opened;
      });
      // ws answers at once
      if (made === undefined) throw new Error('the handshake was broken off');
      return connectionOf(made);
    },
    refuse(status) {
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    },
  };
}

function connectionOf(socket: WebSocket): Connection {
  // a connection that breaks is one that ends
  socket.on('error', () => {});
  return {
    send: (text) => socket.send(text),
    onMessage: (run) => void socket.on('message', (data) => run(String(data))),
    onClose: (run) => void socket.once('close', run),
    close: () => socket.terminate(),
  };
}

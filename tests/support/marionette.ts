import { connect, type Socket } from 'node:net';

/** A connection to Firefox's own remote protocol, which may go where WebDriver BiDi may not: extension pages and the browser's window. */
export interface Marionette {
  /** Sends one command and gives its result. @throws Error with Firefox's message if the command fails. */
  send(command: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): void;
}

type Pending = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** Connects as soon as Firefox listens. Every message is `length:json`, as in remote/marionette/packets.sys.mjs of Firefox. */
export async function connectMarionette(port: number, timeoutMs: number): Promise<Marionette> {
  const socket = await openSocket(port, Date.now() + timeoutMs);
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let buffer = Buffer.alloc(0);

  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (let packet = takePacket(); packet !== undefined; packet = takePacket()) receive(packet);
  });
  socket.on('close', () => {
    for (const { reject } of pending.values()) reject(new Error('Firefox closed the connection.'));
    pending.clear();
  });
  // `close` follows and says so to whoever waits.
  socket.on('error', () => undefined);

  function takePacket(): unknown {
    const colon = buffer.indexOf(':');
    if (colon === -1) return undefined;
    const end = colon + 1 + Number(buffer.toString('latin1', 0, colon));
    if (buffer.length < end) return undefined;
    const packet: unknown = JSON.parse(buffer.toString('utf8', colon + 1, end));
    buffer = buffer.subarray(end);
    return packet;
  }

  function receive(packet: unknown): void {
    // The greeting is an object, every answer `[1, id, error, result]`.
    if (!Array.isArray(packet)) return;
    const [, id, error, result] = packet as [1, number, { error: string; message: string } | null, unknown];
    const waiting = pending.get(id);
    pending.delete(id);
    if (error === null) waiting?.resolve(result);
    else waiting?.reject(new Error(`${error.error}: ${error.message}`));
  }

  return {
    send: (command, params = {}) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        pending.set(id, { resolve, reject });
        const text = JSON.stringify([0, id, command, params]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    close: () => socket.destroy(),
  };
}

async function openSocket(port: number, deadline: number): Promise<Socket> {
  try {
    return await new Promise<Socket>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket));
      socket.once('error', reject);
    });
  } catch (error) {
    if (Date.now() > deadline) throw new Error(`Firefox does not listen on port ${port}.`, { cause: error });
    await new Promise((resume) => setTimeout(resume, 50));
    return openSocket(port, deadline);
  }
}

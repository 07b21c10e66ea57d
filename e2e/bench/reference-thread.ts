/** A thread that serves a body, or passes on what another server answers: the two references that are made of Node’s own parts. */
import { Agent, createServer, type RequestListener, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { body, target }: { body?: Uint8Array; target?: string } = workerData;

const server = createServer(target === undefined ? serve(body ?? new Uint8Array()) : passOn(target));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') parentPort?.postMessage(address.port);
});

function serve(sent: Uint8Array): RequestListener {
  return (_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': sent.length }).end(sent);
  };
}

function passOn(to: string): RequestListener {
  const agent = new Agent({ keepAlive: true });
  return (req, res) => {
    const passed = request(to, { agent, method: req.method }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    passed.on('error', () => res.destroy());
    passed.end();
  };
}

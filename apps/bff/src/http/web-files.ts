/**
 * Serves the built pages. Hashed assets may be kept for ever; the page itself never, so that a new version is seen at once.
 * A missing asset is a 404 and never the page: a cache must not learn a page under an asset's name.
 */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { type BuiltFile, readBuiltFiles } from './built-files.ts';
import { encodingFor } from './compression.ts';

export function webFiles(directory: string): Router {
  const files = readBuiltFiles(directory);
  const router = Router();
  router.use(file(files));
  router.use('/assets', (_req, res) => void res.status(404).type('text').send('Not found.'));
  router.get('/{*page}', page(files.get('/index.html')));
  return router;
}

function file(files: ReadonlyMap<string, BuiltFile>): RequestHandler {
  return (req, res, next) => {
    const built = req.method === 'GET' || req.method === 'HEAD' ? files.get(req.path) : undefined;
    if (built === undefined) return next();
    const isHashed = req.path.startsWith('/assets/');
    res.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    send(req, res, built);
  };
}

/** Only what looks like a page of ours: a plain path without a file ending, asked for by something that reads HTML. */
function page(index: BuiltFile | undefined): RequestHandler {
  return (req, res, next) => {
    if (!req.accepts('html') || !isPagePath(req.path)) return next();
    if (index === undefined) {
      res
        .status(503)
        .type('text')
        .send(
          'The pages were not built when the console started: run npm start, or build them and start it again.',
        );
      return;
    }
    res.setHeader('Cache-Control', 'no-store');
    send(req, res, index);
  };
}

function send(req: Request, res: Response, built: BuiltFile): void {
  const encoding = encodingFor(req, built);
  res.type(built.type);
  res.vary('Accept-Encoding');
  res.setHeader('ETag', encoding === null ? `"${built.etag}"` : `"${built.etag}-${encoding}"`);
  if (req.fresh) return void res.status(304).end();
  if (encoding !== null) res.setHeader('Content-Encoding', encoding);
  res.end(built[encoding ?? 'plain']);
}

function isPagePath(path: string): boolean {
  // No page begins with a dot: who asks for .git or .well-known looks for files.
  return !/^\/+api(\/|$)/i.test(path) && !/%|\\|\/\/|\/\.|\.[a-z0-9]+$/i.test(path);
}

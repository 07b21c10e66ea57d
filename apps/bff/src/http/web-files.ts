/**
 * Serves the built pages. Hashed assets may be kept for ever; the page itself never, so that a new version is seen at once.
 * A missing asset is a 404 and never the page: a cache must not learn a page under an asset's name.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

export function webFiles(directory: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use('/assets', (_req, res) => void res.status(404).type('text').send('Not found.'));
  router.use(
    express.static(directory, { index: false, maxAge: 0, dotfiles: 'ignore', setHeaders: neverKeep }),
  );
  router.get('/{*page}', page(directory));
  return router;
}

/** Only what looks like a page of ours: a plain path without a file ending, asked for by something that reads HTML. */
function page(directory: string): RequestHandler {
  return (req, res, next) => {
    if (!req.accepts('html') || !isPagePath(req.path)) return next();
    if (!existsSync(join(directory, 'index.html'))) {
      res.status(503).type('text').send('The pages are not built yet: run npm start, or pnpm build.');
      return;
    }
    res.setHeader('Cache-Control', 'no-store');
    res.sendFile('index.html', { root: directory, cacheControl: false });
  };
}

function isPagePath(path: string): boolean {
  return !/^\/+api(\/|$)/i.test(path) && !/%|\\|\/\/|\.[a-z0-9]+$/i.test(path) && !path.includes('/../');
}

function neverKeep(res: { setHeader(name: string, value: string): unknown }): void {
  res.setHeader('Cache-Control', 'no-cache');
}

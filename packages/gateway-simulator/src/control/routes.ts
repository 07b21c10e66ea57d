/** The control interface over HTTP, for tests and demos in another process. Mounted on request only, on the simulator only. */
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { ZodError } from 'zod';
import {
  AdvanceRequest,
  FaultRules,
  ResetRequest,
  SettingsChange,
  type SimulatorControl,
} from './control.ts';

export const controlPath = '/__simulator';

export function controlRoutes(control: SimulatorControl): Router {
  const router = Router();
  router.use(refuseBrowsers, express.json({ limit: '1mb' }));
  router.post('/reset', (request, response) => {
    control.reset(ResetRequest.parse(request.body ?? {}));
    response.json({ digest: control.digest() });
  });
  router.post('/advance', (request, response) => {
    control.advance(AdvanceRequest.parse(request.body).seconds);
    response.json({ digest: control.digest() });
  });
  router.put('/faults', (request, response) => {
    control.setFaults(FaultRules.parse(request.body));
    response.status(204).end();
  });
  router.delete('/faults', (_request, response) => {
    control.clearFaults();
    response.status(204).end();
  });
  router.get('/journal', (_request, response) => {
    response.json(control.journal());
  });
  router.delete('/journal', (_request, response) => {
    control.clearJournal();
    response.status(204).end();
  });
  router.get('/members', (_request, response) => {
    response.json(control.members());
  });
  router.get('/settings', (_request, response) => {
    response.json(control.settings());
  });
  router.put('/settings', (request, response) => {
    response.json(control.setSettings(SettingsChange.parse(request.body)));
  });
  router.get('/digest', (_request, response) => {
    response.json({ digest: control.digest() });
  });
  router.use(tellProblem);
  return router;
}

/** A page in a user's browser has no business here, whatever its origin. */
function refuseBrowsers(request: Request, response: Response, next: NextFunction): void {
  if (request.get('origin') !== undefined || request.get('sec-fetch-site') !== undefined) {
    response.status(403).json({ message: 'The control interface is not for browsers.' });
    return;
  }
  next();
}

function tellProblem(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (error instanceof ZodError) {
    const problems = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    response.status(400).json({ message: problems.join('; ') });
  } else next(error);
}

import './shared/console/zod-without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { watchHistory } from './shared/page/leaving.ts';
import { watchActivity } from './shared/page/person-at-keyboard.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root".');

watchActivity();
watchHistory();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ApiProblem } from './api/problem.ts';
import { routes } from './routes.tsx';
import { startElderMode } from './elder-mode.ts';
import { startWords } from './words/i18n.ts';
import { keptLanguage } from './words/kept-language.ts';
import './styles.css';

const MOST_TRIES = 2;
const FRESH_MS = 5_000;

/** A no stays a no; what had no answer is asked for again. */
const retry = (failures: number, error: Error): boolean =>
  failures < MOST_TRIES && !(error instanceof ApiProblem && error.problem.status < 500);

const queries = new QueryClient({ defaultOptions: { queries: { retry, staleTime: FRESH_MS } } });

startElderMode();
await startWords(keptLanguage());
const root = document.getElementById('root');
if (root === null) throw new TypeError('index.html has a root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={createBrowserRouter(routes)} />
    </QueryClientProvider>
  </StrictMode>,
);

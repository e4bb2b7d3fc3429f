import type { RouteObject } from 'react-router';
import { Loading } from './components/problem.tsx';
import { Layout } from './layout.tsx';
import { PageFailed, PageNotFound } from './page-failed.tsx';

/** Every page is a chunk of its own: whoever looks up a case does not load the form. */
export const routes: RouteObject[] = [
  {
    element: <Layout />,
    HydrateFallback: Loading,
    children: [
      {
        ErrorBoundary: PageFailed,
        children: [
          { path: '/', lazy: async () => ({ Component: (await import('./home/home-page.tsx')).HomePage }) },
          {
            path: '/apply/:step?',
            lazy: async () => ({ Component: (await import('./apply/apply-page.tsx')).ApplyPage }),
          },
          { path: '/cases', lazy: async () => ({ Component: (await import('./cases/cases-page.tsx')).CasesPage }) },
          { path: '/cases/:id', lazy: async () => ({ Component: (await import('./cases/case-page.tsx')).CasePage }) },
          { path: '*', Component: PageNotFound },
        ],
      },
    ],
  },
];

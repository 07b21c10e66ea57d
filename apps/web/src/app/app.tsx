import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '../shared/console/query-client.ts';
import { ErrorBoundary } from '../shared/page/error-boundary.tsx';
import { AppRoutes } from './routes.tsx';
import { SignedOutWatch } from './signed-out-watch.tsx';

const queryClient = createQueryClient();

/** The providers around the routes. */
export function App() {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <SignedOutWatch />
          <AppRoutes />
        </BrowserRouter>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

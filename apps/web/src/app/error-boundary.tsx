import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/page-states.tsx';

type Props = { children: ReactNode };

/** The last net: a fault while drawing shows this instead of an empty page. A class, because React knows no other way. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <ErrorState
        title="This page ran into a fault of its own."
        kept="Nothing was sent, and what you saved before is safe."
        next="Reload the page. If it happens again, tell who runs the console what you did."
        actions={
          <>
            <Button variant="primary" onClick={() => window.location.reload()}>
              Reload
            </Button>
            <Button onClick={() => window.location.assign('/')}>Go to the start</Button>
          </>
        }
      />
    );
  }
}

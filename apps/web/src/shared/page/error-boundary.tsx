import { Component, type ReactNode } from 'react';
import { Button } from '../../ui/actions/button.tsx';
import { ErrorState } from '../../ui/status/page-states.tsx';

type Props = {
  children: ReactNode;
  /** Where the children are; another place is a new chance for them. */
  place?: string;
};
type State = { failure: { error: unknown } | null; place: string | undefined };

/** A fault while drawing, or code that does not come, shows this instead of an empty place. A class, because React knows no other way. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ place }: Props, before: State): State | null {
    return place === before.place ? null : { failure: null, place };
  }

  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    const words = isMissingCode(failure.error) ? NOT_LOADED : FAULT;
    return (
      <ErrorState
        {...words}
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

const FAULT = {
  title: 'This page ran into a fault of its own.',
  kept: 'What you saved before is safe.',
  next: 'Reload the page. If it happens again, tell who runs the console what you did.',
};
const NOT_LOADED = {
  title: 'This page could not be loaded.',
  kept: 'What you saved before is safe.',
  next: 'Check that the console can be reached, then reload. After an update of the console one reload is enough.',
};

/** Browsers name this failure each in their own way. */
function isMissingCode(error: unknown): boolean {
  return (
    error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message)
  );
}

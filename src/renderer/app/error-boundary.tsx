import { Component, type ReactNode } from 'react';
import { ErrorPanel } from '../components/states';
import { errorOf } from '../state/failure';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** A new value takes the error away, e.g. the name of the screen. */
  readonly resetOn?: string;
}

/** Keeps a fault of one part from taking the window down. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly cause: unknown }> {
  override state: { readonly cause: unknown } = { cause: null };

  static getDerivedStateFromError(cause: unknown): { readonly cause: unknown } {
    return { cause: cause ?? new Error('unknown') };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.resetOn !== this.props.resetOn && this.state.cause !== null) this.setState({ cause: null });
  }

  override render(): ReactNode {
    if (this.state.cause === null) return this.props.children;
    return (
      <div style={{ padding: 22 }}>
        <ErrorPanel error={errorOf(this.state.cause)} onRetry={() => this.setState({ cause: null })} />
      </div>
    );
  }
}

import { Component, type ErrorInfo, type ReactNode } from 'react';

interface ErrorPanelProps {
  /** What the panel shows when all is well: `charts`, `the list of files`. */
  readonly what: string;
  readonly children: ReactNode;
}

interface ErrorPanelState {
  readonly error: Error | null;
  readonly stack: string;
}

/** Keeps an error in one part of the page to that part, says so, and offers the details for a report. */
export class ErrorPanel extends Component<ErrorPanelProps, ErrorPanelState> {
  override state: ErrorPanelState = { error: null, stack: '' };

  static getDerivedStateFromError(error: unknown): Partial<ErrorPanelState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(_: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ stack: componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, stack } = this.state;
    if (error === null) return this.props.children;
    const details = `${error.name}: ${error.message}\n${error.stack ?? ''}\n${stack}`;
    return (
      <div className="notice" role="alert">
        <p>
          Showing {this.props.what} failed: {error.message || error.name}. The rest of the page still works, and nothing
          that was read is lost.
        </p>
        <p className="row">
          <button type="button" onClick={() => this.setState({ error: null, stack: '' })}>
            Try again
          </button>
          <button type="button" onClick={() => void navigator.clipboard?.writeText(details)}>
            Copy details
          </button>
        </p>
      </div>
    );
  }
}

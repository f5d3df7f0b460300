import { Component, type ErrorInfo, type ReactNode } from 'react';
import { errorDetails } from './error-details.ts';

interface ErrorPanelProps {
  /** What the panel shows when all is well: `charts`, `the list of files`. */
  readonly what: string;
  readonly children: ReactNode;
}

interface ErrorPanelState {
  readonly error: Error | null;
  readonly components: string;
  /** Whether the error's own words, which may quote a file, are to be copied too. */
  readonly withWords: boolean;
  /** How copying went. */
  readonly copied: string;
}

const nothingWrong: ErrorPanelState = { error: null, components: '', withWords: false, copied: '' };

/** Keeps an error in one part of the page to that part, says so, and offers the details for a report. */
export class ErrorPanel extends Component<ErrorPanelProps, ErrorPanelState> {
  override state: ErrorPanelState = nothingWrong;

  static getDerivedStateFromError(error: unknown): Partial<ErrorPanelState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(_: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ components: componentStack ?? '' });
  }

  private async copy(details: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(details);
      this.setState({ copied: 'Copied.' });
    } catch {
      this.setState({ copied: 'The browser does not let the page copy; select the details below instead.' });
    }
  }

  override render(): ReactNode {
    const { error, components, withWords, copied } = this.state;
    if (error === null) return this.props.children;
    const details = errorDetails(error, components, navigator.userAgent, withWords);
    return (
      <div className="notice error-panel" role="alert">
        <p>
          Showing {this.props.what} failed: {error.message || error.name}. The rest of the page still works, and nothing
          that was read is lost.
        </p>
        <p className="row">
          <button type="button" onClick={() => this.setState(nothingWrong)}>
            Try again
          </button>
          <button type="button" onClick={() => void this.copy(details)}>
            Copy details
          </button>
          <span role="status">{copied}</span>
        </p>
        <details>
          <summary>What is copied</summary>
          <label>
            <input
              type="checkbox"
              checked={withWords}
              onChange={({ currentTarget }) => this.setState({ withWords: currentTarget.checked })}
            />{' '}
            the error’s own words too, which may quote a file
          </label>
          <pre>{details}</pre>
        </details>
      </div>
    );
  }
}

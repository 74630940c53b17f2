import { Button } from "@fluentui/react-components";
import { Component, type ContextType, type ReactNode } from "react";
import { CopyButton } from "../parts/CopyButton";
import { Screen } from "../parts/Screen";
import { recordError } from "../state/lastError";
import { paneStrings } from "../strings/pane";
import { TextContext } from "../strings/text";

interface Props {
  readonly children: ReactNode;
  /** Runs before the view is shown anew. */
  readonly onReset?: () => void;
}

/** A view that breaks takes nothing else with it, and can be shown anew. */
export class ErrorBoundary extends Component<Props, { readonly details: string | undefined }> {
  static override contextType = TextContext;
  declare context: ContextType<typeof TextContext>;
  override state = { details: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { details: recordError(error) };
  }

  private readonly reset = () => {
    this.props.onReset?.();
    this.setState({ details: undefined });
  };

  override render(): ReactNode {
    const { details } = this.state;
    if (details === undefined) return this.props.children;
    const t = this.context.translate(paneStrings);
    return (
      <Screen
        title={t.crash.title}
        actions={
          <>
            <Button appearance="primary" onClick={this.reset}>
              {t.crash.reset}
            </Button>
            <Button onClick={() => window.location.reload()}>{t.crash.reload}</Button>
            <CopyButton text={details} />
          </>
        }
      >
        <p role="alert" style={{ margin: 0 }}>
          {t.crash.text}
        </p>
      </Screen>
    );
  }
}

import type { Event } from 'vscode';
import type { PaintReport } from './protocol';

/** What `activate` returns, for other extensions and for tests: what the previews show. Read-only. */
export interface LvmApi {
  /** The open previews, oldest first. */
  previews(): readonly PreviewInfo[];
  /** Fires after a preview has painted: after a change of the text, a resample, a better answer to the same question. */
  readonly onDidPaint: Event<Paint>;
}

export interface PreviewInfo {
  /** Of the model it shows. */
  readonly uri: string;
  /** As its tab says. */
  readonly title: string;
  readonly pinned: boolean;
  readonly visible: boolean;
  /** null until it has painted for the first time since it was opened or came back. */
  readonly report: PaintReport | null;
}

export interface Paint {
  readonly uri: string;
  readonly report: PaintReport;
  /** Milliseconds from the change of the text to the paint; null for a later paint of the same version. */
  readonly latency: number | null;
}

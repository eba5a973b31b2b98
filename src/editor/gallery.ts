import * as vscode from 'vscode';
import { languageId } from '../host/selector';
import { textColumn } from '../preview/modelEditor';
import { galleryEntry } from './galleryEntry';
import { galleryModels } from './galleryModels';

interface GalleryItem extends vscode.QuickPickItem {
  readonly text: string;
}

/** Lets the user pick a model of the gallery and opens a copy of it, unsaved. @returns null where none was picked. */
export async function newFromGallery(): Promise<vscode.TextDocument | null> {
  const items = Object.entries(galleryModels).map(([file, text]): GalleryItem => {
    const entry = galleryEntry(text);
    return { label: entry?.title ?? file, detail: entry?.description ?? '', text };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: 'New Model from Gallery',
    placeHolder: 'Which model to start from',
    matchOnDetail: true,
  });
  if (!picked) return null;
  const document = await vscode.workspace.openTextDocument({ language: languageId, content: picked.text });
  await vscode.window.showTextDocument(document, { viewColumn: textColumn(document.uri) });
  return document;
}

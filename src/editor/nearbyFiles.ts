import * as vscode from 'vscode';

/** How many files are listed, of how many folders, and how deep below the model: enough for a list to pick from. */
const mostFiles = 500;
const mostFolders = 200;
const deepest = 2;

/**
 * The files beside and below a model, as paths relative to it, nearest first. Hidden folders and installed packages are
 * left out, and so are links to folders, which may lead anywhere; a folder that cannot be read counts as empty. A model that was never saved has the workspace's folder.
 */
export async function nearbyFiles(model: vscode.Uri): Promise<string[]> {
  const folder =
    model.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(model, '..');
  const found: string[] = [];
  let level: string[] = folder ? [''] : [];
  for (let depth = 0; folder && depth <= deepest && level.length > 0; depth++) {
    const below: string[] = [];
    for (const path of level) {
      for (const [name, type] of await entries(vscode.Uri.joinPath(folder, path))) {
        if (type === vscode.FileType.Directory) {
          if (!name.startsWith('.') && name !== 'node_modules') below.push(`${path}${name}/`);
        } else if (type & vscode.FileType.File && found.length < mostFiles) found.push(path + name);
      }
    }
    level = found.length < mostFiles ? below.slice(0, mostFolders) : [];
  }
  return found;
}

async function entries(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

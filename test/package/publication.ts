/** What package.json says of where the product is published. */
export interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly private?: boolean;
  readonly repository?: string | { readonly url: string };
}

/** Stands for a publisher who has not been named. */
const standIn = 'lvm';

/** The address of the source at a host whose pages are known to vsce: it makes links of the README absolute. null where there is none. */
export function repositoryOf({ repository }: Manifest): string | null {
  const address = typeof repository === 'string' ? repository : repository?.url;
  return address !== undefined && /(github|gitlab)\.com[/:][^/]+\/[^/]+/.test(address) ? address : null;
}

/** Why a product must not be published as its package.json is: a sentence for each thing that is missing. */
export function missingFrom(manifest: Manifest): string[] {
  const missing: string[] = [];
  if (manifest.publisher === standIn) {
    missing.push(
      `\`publisher\` is "${standIn}", which stands in for the name that is registered with the marketplace.`,
    );
  }
  if (repositoryOf(manifest) === null) {
    missing.push(
      '`repository` names no address at GitHub or GitLab: the README has no pictures and no links to other files without one.',
    );
  }
  if (manifest.private === true) missing.push('`private` is true, which says that nobody means to publish this.');
  return missing;
}

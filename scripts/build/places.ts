import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const REPO = at('.');
export const LWC_ROOT = at('force-app/main/default/lwc');
export const LABELS_FILE = at('force-app/main/default/labels/CustomLabels.labels-meta.xml');
/** What is built once and kept. Benchmarks measure a first start with a cache of their own. */
export const CACHE = process.env.SWITCHBOARD_CACHE ?? at('.cache');
/** The folder of a package. Works even if the package doesn't export its package.json. */
export const packageAt = (name: string): string => at(`node_modules/${name}`);

import JSZip from 'jszip';
import type { PackageFiles } from '../check/convertedPackage.ts';

/**
 * The folder around everything, as in the zip file of a retrieve. With it, every tool takes the file as it is. Without
 * it, the Salesforce CLI needs `--single-package` and Workbench its "Single Package" box (documented: Metadata API,
 * deploy, `singlePackage`).
 */
const FOLDER = 'unpackaged';

/** The date of every entry, so that the same source makes the same file. Zip files know no earlier year. */
const DATE = new Date('1980-01-01T00:00:00Z');

export function zipOf(files: PackageFiles): Promise<Buffer> {
    const zip = new JSZip();
    for (const path of [...files.keys()].sort())
        zip.file(`${FOLDER}/${path}`, files.get(path)!, { date: DATE, createFolders: false });
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'UNIX' });
}

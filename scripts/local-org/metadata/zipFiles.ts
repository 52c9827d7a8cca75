import JSZip from 'jszip';
import { ApiError } from '../apiError.ts';

/** Files of a package (documented: 10,000), and their unpacked size in bytes (documented: 400 MB; we accept far less). */
const MAX_FILES = 10_000;
const MAX_BYTES = 50_000_000;

/** Files of a package by path, without the folder around everything that some packages have. */
export type Files = ReadonlyMap<string, string>;

/**
 * @param singlePackage whether package.xml is at the top of the file. If not, each top folder is a package, and the
 * embedded org takes the first (documented: deploy, `singlePackage`)
 * @throws ApiError, in Salesforce's own words where they are public
 */
export async function readZip(content: Uint8Array | string, singlePackage: boolean): Promise<Files> {
    let zip: JSZip;
    try {
        zip = await JSZip.loadAsync(content, { base64: typeof content === 'string', checkCRC32: true });
    } catch {
        throw new ApiError('INVALID_OPERATION', 'Unzipping the package failed: it is no zip file, or damaged.');
    }
    const entries = Object.values(zip.files).filter((entry) => !entry.dir);
    if (entries.length > MAX_FILES) {
        throw new ApiError('LIMIT_EXCEEDED', `Maximum number of files in request exceeded: ${MAX_FILES}`);
    }
    const files = new Map<string, string>();
    let bytes = 0;
    for (const entry of entries) {
        const text = await readEntry(entry, MAX_BYTES - bytes);
        bytes += text.length;
        files.set(entry.name, text);
    }
    return singlePackage ? files : withoutFolder(files);
}

/** Stops unpacking at the size limit, because a small zip can hold gigabytes. */
function readEntry(entry: JSZip.JSZipObject, most: number): Promise<string> {
    return new Promise((resolve, reject) => {
        const chunks: Uint8Array[] = [];
        let bytes = 0;
        const stream = entry.nodeStream('nodebuffer') as NodeJS.ReadableStream & { pause(): unknown };
        stream.on('data', (chunk: Uint8Array) => {
            bytes += chunk.length;
            chunks.push(chunk);
            if (bytes <= most) return;
            stream.pause();
            reject(
                new ApiError(
                    'LIMIT_EXCEEDED',
                    `Maximum size of request reached. Maximum size of request is ${MAX_BYTES} bytes.`
                )
            );
        });
        stream.on('error', () =>
            reject(new ApiError('INVALID_OPERATION', `Unzipping ${entry.name} failed: it is damaged.`))
        );
        stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
}

function withoutFolder(files: Files): Files {
    const [folder] = [...files.keys()]
        .filter((path) => /^[^/]+\/package\.xml$/.test(path))
        .map((path) => path.split('/')[0]);
    // Without one, the deployment fails with "No package.xml found" (observed).
    if (folder === undefined) return new Map();
    return new Map(
        [...files].map(([path, text]) => [path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path, text])
    );
}

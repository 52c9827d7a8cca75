import JSZip from 'jszip';
import { child, childrenOf, childText, METADATA_NAMESPACE, type Element } from '../../metadata/xml.ts';
import { ApiError } from '../apiError.ts';
import type { Session } from '../access/session.ts';
import type { OrgContext } from '../context/orgContext.ts';
import { recordId } from '../ids.ts';
import type { Component } from './component.ts';
import { fileProperties } from './fileProperties.ts';
import { onlyFields, type HeldMetadata } from './heldMetadata.ts';

/** Retrieves that are kept. A new one replaces the oldest. */
const MAX_KEPT = 10;

/** The retrieves of an org: `retrieve` packs what a manifest names, and `checkRetrieveStatus` returns the zip file. */
export class Retrieves {
    readonly #org: OrgContext;
    readonly #held: HeldMetadata;
    readonly #kept = new Map<string, Record<string, unknown>>();
    #count = 0;

    constructor(org: OrgContext, held: HeldMetadata) {
        this.#org = org;
        this.#held = held;
    }

    /** @returns the id of the retrieve. @throws ApiError when the request has no manifest */
    async start(session: Session, request: Element | undefined): Promise<string> {
        const manifest = request && child(request, 'unpackaged');
        if (!manifest) throw new ApiError('INVALID_OPERATION', 'The embedded org retrieves unpackaged metadata only.');
        const files = new Map<string, string>();
        const messages: { fileName: string; problem: string }[] = [];
        const found: Component[] = [];
        const all = this.#held.components();
        for (const types of childrenOf(manifest, 'types')) {
            const type = childText(types, 'name') ?? '';
            for (const { text: member } of childrenOf(types, 'members')) {
                const chosen = all.filter((each) => each.type === type && (member === '*' || each.name === member));
                found.push(...chosen);
                if (chosen.length > 0 || member === '*') continue;
                // The words are as seen in public reports.
                const problem = `Entity of type '${type}' named '${member}' cannot be found`;
                messages.push({ fileName: 'unpackaged/package.xml', problem });
            }
        }
        for (const component of found) for (const [path, text] of component.files) files.set(path, text);
        for (const [path, text] of files) {
            const own = found.filter((each) => each.files.has(path));
            if (own.some(({ type }) => type !== 'CustomField')) continue;
            files.set(
                path,
                onlyFields(
                    text,
                    own.map(({ name }) => name.slice(name.indexOf('.') + 1))
                )
            );
        }
        const id = recordId('09S', ++this.#count);
        const oldest = this.#kept.keys().next();
        if (this.#kept.size >= MAX_KEPT && !oldest.done) this.#kept.delete(oldest.value);
        this.#kept.set(id, {
            done: true,
            fileProperties: found.map((each) => fileProperties(this.#org, session.userId, each, 'unpackaged/')),
            id,
            messages,
            status: 'Succeeded',
            success: true,
            zipFile: await zipped(files, manifestText(found, childText(manifest, 'version') ?? ''))
        });
        return id;
    }

    /** A RetrieveResult (documented). @throws ApiError */
    find(id: string): Record<string, unknown> {
        const found = this.#kept.get(id) ?? [...this.#kept].find(([each]) => each.slice(0, 15) === id)?.[1];
        if (found) return found;
        throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    }
}

function zipped(files: ReadonlyMap<string, string>, manifest: string): Promise<string> {
    const zip = new JSZip();
    for (const [path, text] of files) zip.file(`unpackaged/${path}`, text);
    zip.file('unpackaged/package.xml', manifest);
    return zip.generateAsync({ type: 'base64', compression: 'DEFLATE' });
}

function manifestText(components: readonly Component[], version: string): string {
    const types = [...new Set(components.map(({ type }) => type))].map((type) => {
        const members = components.filter((each) => each.type === type).map(({ name }) => `<members>${name}</members>`);
        return `    <types>${members.join('')}<name>${type}</name></types>\n`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${METADATA_NAMESPACE}">\n${types.join('')}    <version>${version}</version>\n</Package>\n`;
}

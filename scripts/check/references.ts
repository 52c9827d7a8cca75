import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readLabels } from '../build/labels.ts';
import type { Check, Project } from './check.ts';
import { compiledBundles, type CompiledBundle, type Reference } from './platformCompiler.ts';
import { I18N, LACKING_IN_LIGHTNING_OUT, LIGHTNING_MODULES, USER_PERMISSIONS } from './platformNames.ts';
import { filesOf } from './projectFiles.ts';
import { schemaOf } from './schema.ts';

/** What references may lead to. */
interface Ground {
    labels: ReadonlySet<string>;
    schema: ReadonlyMap<string, ReadonlySet<string>>;
    customPermissions: ReadonlySet<string>;
    /** Bundles by name; true: one with a template or a base class, that can stand in markup. */
    bundles: ReadonlyMap<string, boolean>;
}

/** The compiler takes any name on trust; the deploy afterwards does not. */
export const references: Check = {
    name: 'references',
    promise: 'Every label, permission, field and module that a bundle names exists.',
    async run(project) {
        const compiled = await compiledBundles(project);
        const ground = groundOf(project, compiled);
        let seen = 0;
        const findings = compiled.flatMap(({ bundle, output }) =>
            (output.metadata?.references ?? []).flatMap((reference) => {
                seen += 1;
                const sentence = objection(reference, ground);
                const [place] = reference.locations;
                const at = { file: `${bundle.folder}/${reference.file}`, line: place?.startLine ?? place?.line };
                return sentence ? [{ ...at, sentence }] : [];
            })
        );
        return { seen: `${seen} references`, findings };
    }
};

function groundOf(project: Project, compiled: CompiledBundle[]): Ground {
    const labels = filesOf(project, 'force-app/**/*.labels-meta.xml').flatMap((path) => [
        ...readLabels(join(project.root, path)).keys()
    ]);
    const permissions = filesOf(project, 'force-app/**/*.customPermission-meta.xml');
    return {
        labels: new Set(labels),
        schema: schemaOf(project),
        customPermissions: new Set(permissions.map((path) => /(\w+)\.customPermission/.exec(path)![1]!)),
        bundles: new Map(
            compiled
                .filter(({ bundle }) => existsSync(join(project.root, bundle.folder, `${bundle.name}.js`)))
                .map(({ bundle, output }) => [bundle.name, isComponent(output)])
        )
    };
}

function isComponent(output: CompiledBundle['output']): boolean {
    return (output.metadata?.exports ?? []).some(({ defaultExport }) => defaultExport !== undefined);
}

/** What the platform would say against a reference; null when it leads somewhere. */
function objection({ type, id }: Reference, ground: Ground): string | null {
    switch (type) {
        case 'module':
            return moduleObjection(id, ground);
        case 'component':
            return componentObjection(id, ground);
        case 'label':
            return id.startsWith('c.') && ground.labels.has(id.slice(2)) ? null : `There is no label ${id}.`;
        case 'schema':
            return schemaObjection(id, ground);
        case 'userPermission':
            return USER_PERMISSIONS.has(id) ? null : `Not every org is known to have the user permission ${id}.`;
        case 'customPermission':
            return ground.customPermissions.has(id) ? null : `There is no custom permission ${id}.`;
        case 'i18n':
            return I18N.has(id) ? null : `There is no @salesforce/i18n/${id}.`;
        case 'client':
            return id === 'formFactor' ? null : `There is no @salesforce/client/${id}.`;
        case 'user':
            return id === 'Id' || id === 'isGuest' ? null : `There is no @salesforce/user/${id}.`;
        default:
            return `Nothing in this project answers a reference of the kind ${type}: ${id}.`;
    }
}

function moduleObjection(id: string, { bundles }: Ground): string | null {
    const [namespace, name = ''] = id.split('/');
    if (id === 'lwc') return null;
    if (namespace === 'c') return bundles.has(name) ? null : `There is no bundle ${name} for ${id}.`;
    if (namespace === 'lightning') return lightningObjection(name);
    return `An org has no module ${id}.`;
}

function componentObjection(id: string, { bundles }: Ground): string | null {
    const [, namespace, rest = ''] = /^([a-z]\w*)-(.*)$/.exec(id) ?? [];
    const name = rest.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (namespace === 'lightning') return lightningObjection(name);
    if (namespace !== 'c') return `An org has no component <${id}>.`;
    if (!bundles.has(name)) return `There is no bundle ${name} for <${id}>.`;
    return bundles.get(name) ? null : `The bundle ${name} is no component, so that <${id}> shows nothing.`;
}

function lightningObjection(name: string): string | null {
    if (LACKING_IN_LIGHTNING_OUT.has(name)) return `Lightning Out, so the page in Setup, lacks lightning/${name}.`;
    return LIGHTNING_MODULES.has(name) ? null : `An org has no lightning/${name}.`;
}

function schemaObjection(id: string, { schema }: Ground): string | null {
    const [object = '', field, ...more] = id.split('.');
    if (!schema.has(object)) return `There is no object ${object} here, nor among the standard ones that are known.`;
    if (more.length > 0) return `${id} leads over a relationship, which is not checked here.`;
    return field === undefined || schema.get(object)!.has(field) ? null : `${object} has no field ${field}.`;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readLabels } from '../build/labels.ts';
import { I18N, LIGHTNING_MODULES, NOT_IN_LIGHTNING_OUT } from '../build/orgModules.ts';
import { bundleOfTag, declaredDependencies } from '../metadata/markup.ts';
import type { Check, Project } from './check.ts';
import { compiledBundles, type CompiledBundle, type Reference } from './platformCompiler.ts';
import { USER_PERMISSIONS } from './platformNames.ts';
import { filesOf, textOf } from './projectFiles.ts';
import { schemaOf } from './schema.ts';

/** What references can lead to. */
interface KnownNames {
    labels: ReadonlySet<string>;
    schema: ReadonlyMap<string, ReadonlySet<string>>;
    customPermissions: ReadonlySet<string>;
    /** Bundles by name. True for a component, which markup can use. */
    bundles: ReadonlyMap<string, boolean>;
}

/** The compiler accepts any name. The deployment doesn't. */
export const references: Check = {
    name: 'references',
    promise: 'Every label, permission, field, and module that a bundle names exists.',
    async run(project) {
        const compiled = await compiledBundles(project);
        const known = knownNames(project, compiled);
        const inLightningOut = lightningOutBundles(project, compiled);
        let seen = 0;
        const findings = compiled.flatMap(({ bundle, output }) =>
            (output.metadata?.references ?? []).flatMap((reference) => {
                seen += 1;
                const sentence =
                    problemOf(reference, known) ??
                    (inLightningOut.has(bundle.name) ? lightningOutProblem(reference) : null);
                const [location] = reference.locations;
                const at = { file: `${bundle.folder}/${reference.file}`, line: location?.startLine ?? location?.line };
                return sentence ? [{ ...at, sentence }] : [];
            })
        );
        return { seen: `${seen} references`, findings };
    }
};

function knownNames(project: Project, compiled: CompiledBundle[]): KnownNames {
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

/** Why the platform would refuse a reference. Null when what it names exists. */
function problemOf({ type, id }: Reference, known: KnownNames): string | null {
    switch (type) {
        case 'module':
            return moduleProblem(id, known);
        case 'component':
            return componentProblem(id, known);
        case 'label':
            return id.startsWith('c.') && known.labels.has(id.slice(2)) ? null : `There is no label ${id}.`;
        case 'schema':
            return schemaProblem(id, known);
        case 'userPermission':
            return USER_PERMISSIONS.has(id) ? null : `Some orgs might not have the user permission ${id}.`;
        case 'customPermission':
            return known.customPermissions.has(id) ? null : `There is no custom permission ${id}.`;
        case 'i18n':
            return I18N.has(id) ? null : `There is no @salesforce/i18n/${id}.`;
        case 'client':
            return id === 'formFactor' ? null : `There is no @salesforce/client/${id}.`;
        case 'user':
            return id === 'Id' || id === 'isGuest' ? null : `There is no @salesforce/user/${id}.`;
        default:
            return `This project can't resolve a reference of type ${type}: ${id}.`;
    }
}

function moduleProblem(id: string, { bundles }: KnownNames): string | null {
    const [namespace, name = ''] = id.split('/');
    if (id === 'lwc') return null;
    if (namespace === 'c') return bundles.has(name) ? null : `There is no bundle ${name} for ${id}.`;
    if (namespace === 'lightning') return lightningProblem(name);
    return `An org has no module ${id}.`;
}

function componentProblem(id: string, { bundles }: KnownNames): string | null {
    const [, namespace, rest = ''] = /^([a-z]\w*)-(.*)$/.exec(id) ?? [];
    const name = bundleOfTag(rest);
    if (namespace === 'lightning') return lightningProblem(name);
    if (namespace !== 'c') return `An org has no component <${id}>.`;
    if (!bundles.has(name)) return `There is no bundle ${name} for <${id}>.`;
    return bundles.get(name) ? null : `The bundle ${name} isn't a component, so <${id}> shows nothing.`;
}

function lightningProblem(name: string): string | null {
    return LIGHTNING_MODULES.has(name) || NOT_IN_LIGHTNING_OUT.has(name) ? null : `An org has no lightning/${name}.`;
}

/** The bundles that Lightning Out apps load: those that an app declares, and all that these use. */
function lightningOutBundles(project: Project, compiled: CompiledBundle[]): ReadonlySet<string> {
    const used = new Map(
        compiled.map(({ bundle, output }) => [bundle.name, (output.metadata?.references ?? []).flatMap(ownBundle)])
    );
    const apps = filesOf(project, 'force-app/**/aura/*/*.app');
    const reached = new Set<string>();
    const reach = (name: string): void => {
        if (reached.has(name)) return;
        reached.add(name);
        used.get(name)?.forEach(reach);
    };
    for (const app of apps) declaredDependencies(textOf(project, app)).forEach(({ name }) => reach(name));
    return reached;
}

/** The bundle of this project that a reference leads to, if any. */
function ownBundle({ type, id }: Reference): string[] {
    if (type === 'module' && id.startsWith('c/')) return [id.slice(2)];
    return type === 'component' && id.startsWith('c-') ? [bundleOfTag(id.slice(2))] : [];
}

function lightningOutProblem({ type, id }: Reference): string | null {
    if (type !== 'module' && type !== 'component') return null;
    const [, name = ''] = /^lightning[/-](.*)$/.exec(id) ?? [];
    const module = type === 'component' ? bundleOfTag(name) : name;
    return NOT_IN_LIGHTNING_OUT.has(module)
        ? `Lightning Out, which shows the page in Setup, doesn't have lightning/${module}.`
        : null;
}

function schemaProblem(id: string, { schema }: KnownNames): string | null {
    const [object = '', field, ...more] = id.split('.');
    if (!schema.has(object))
        return `There is no object ${object} in this project or among the standard objects that it uses.`;
    if (more.length > 0) return `${id} follows a relationship, which this check doesn't support.`;
    return field === undefined || schema.get(object)!.has(field) ? null : `${object} has no field ${field}.`;
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createdComponents, declaredDependencies, usedApps } from '../../metadata/markup.ts';
import { xmlFault } from '../../metadata/xml.ts';
import type { Finding, Project } from '../check.ts';
import { lineAt, textOf } from '../projectFiles.ts';
import type { MetadataFile } from './metadataFiles.ts';
import type { ProjectInventory } from './projectInventory.ts';

/**
 * Visualforce and Aura markup beside its configuration. Documented: LWC guide, "Use components in Visualforce pages".
 * The app extends `ltng:outApp`, is global, and declares every component that a page creates.
 */
export function pageFindings(
    project: Project,
    { path, type, fullName }: MetadataFile,
    inventory: ProjectInventory
): Finding[] {
    const file = path.replace(/-meta\.xml$/, '');
    if (!existsSync(join(project.root, file)))
        return [{ file: path, sentence: `${file.split('/').at(-1)} is missing.` }];
    const text = textOf(project, file);
    const fault = xmlFault(text);
    if (fault) return [{ file, line: fault.line, sentence: fault.message }];
    const problems =
        type === 'ApexPage' ? visualforceProblems(project, text, inventory) : auraProblems(text, inventory);
    const isMisplaced = type === 'AuraDefinitionBundle' && dirname(file).split('/').at(-1) !== fullName;
    return [
        ...problems.map(({ index, sentence }) => ({ file, line: lineAt(text, index), sentence })),
        ...(isMisplaced ? [{ file, sentence: `Its folder must be named ${fullName}.` }] : [])
    ];
}

interface MarkupProblem {
    /** Position in the text, from 0. */
    index: number;
    sentence: string;
}

function visualforceProblems(project: Project, text: string, inventory: ProjectInventory): MarkupProblem[] {
    const problems: MarkupProblem[] = [];
    if (!text.includes('<apex:page')) problems.push({ index: 0, sentence: 'It has no <apex:page>.' });
    const controller = /\b(?:controller|extensions|standardController)=/.exec(text);
    if (controller)
        problems.push({ index: controller.index, sentence: 'The page has a controller, but there is no Apex here.' });
    const apps = usedApps(text);
    if (apps.length > 0 && !text.includes('<apex:includeLightning'))
        problems.push({ index: 0, sentence: '<apex:includeLightning> is missing.' });
    const declared = apps.flatMap(({ index, name }) => {
        const app = inventory.find('AuraDefinitionBundle', name);
        if (app) return dependenciesOf(project, app);
        problems.push({ index, sentence: `There is no Aura app ${name}.` });
        return [];
    });
    for (const { index, name } of createdComponents(text))
        if (!declared.includes(name))
            problems.push({ index, sentence: `No app that the page uses declares the component ${name}.` });
    return problems;
}

function dependenciesOf(project: Project, { path }: MetadataFile): string[] {
    const app = textOf(project, path.replace(/-meta\.xml$/, ''));
    return declaredDependencies(app).map(({ name }) => name);
}

function auraProblems(text: string, inventory: ProjectInventory): MarkupProblem[] {
    const problems: MarkupProblem[] = declaredDependencies(text)
        .filter(({ name }) => !inventory.has('LightningComponentBundle', name))
        .map(({ name, index }) => ({ index, sentence: `There is no component ${name}.` }));
    if (!/extends="ltng:outApp"/.test(text))
        problems.push({ index: 0, sentence: 'The app does not extend ltng:outApp.' });
    if (!/access="GLOBAL"/i.test(text))
        problems.push({ index: 0, sentence: 'The app is not global, so no page can use it.' });
    return problems;
}

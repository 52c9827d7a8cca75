import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import type { Finding, Project } from '../check.ts';
import { lineAt, textOf } from '../projectFiles.ts';
import type { Web } from './links.ts';
import type { MetadataFile } from './metadataFiles.ts';

/**
 * Markup of Visualforce and Aura beside its configuration. Documented: LWC guide, "Use components in Visualforce pages":
 * the app extends `ltng:outApp`, is global, and names every component that a page creates.
 */
export function pageFindings(project: Project, { path, type, fullName }: MetadataFile, web: Web): Finding[] {
    const file = path.replace(/-meta\.xml$/, '');
    if (!existsSync(join(project.root, file)))
        return [{ file: path, sentence: `${file.split('/').at(-1)} is missing.` }];
    const text = textOf(project, file);
    const valid = XMLValidator.validate(text, { allowBooleanAttributes: false });
    if (valid !== true) return [{ file, line: valid.err.line, sentence: valid.err.msg }];
    const said = type === 'ApexPage' ? visualforce(project, text, web) : auraApp(text, web);
    const wrongFolder = type === 'AuraDefinitionBundle' && dirname(file).split('/').at(-1) !== fullName;
    return [
        ...said.map(({ index, sentence }) => ({ file, line: lineAt(text, index), sentence })),
        ...(wrongFolder ? [{ file, sentence: `Its folder has another name than ${fullName}.` }] : [])
    ];
}

interface Said {
    index: number;
    sentence: string;
}

function visualforce(project: Project, text: string, web: Web): Said[] {
    const said: Said[] = [];
    if (!text.includes('<apex:page')) said.push({ index: 0, sentence: 'It is no <apex:page>.' });
    const controller = /\b(?:controller|extensions|standardController)=/.exec(text);
    if (controller)
        said.push({ index: controller.index, sentence: 'The page has a controller, but there is no Apex here.' });
    const uses = [...text.matchAll(/\$Lightning\.use\(\s*'c:(\w+)'/g)];
    const creates = [...text.matchAll(/\$Lightning\.createComponent\(\s*'c:(\w+)'/g)];
    const include = text.indexOf('<apex:includeLightning');
    if (uses.length > 0 && include < 0) said.push({ index: 0, sentence: 'It lacks <apex:includeLightning>.' });
    const known = uses.flatMap(({ index, 1: app }) => {
        if (web.has('AuraDefinitionBundle', app!)) return dependenciesOf(project, app!, web);
        said.push({ index, sentence: `There is no Aura app ${app}.` });
        return [];
    });
    for (const { index, 1: component } of creates)
        if (!known.includes(component!))
            said.push({ index, sentence: `No app that the page uses declares the component ${component}.` });
    return said;
}

function dependenciesOf(project: Project, app: string, web: Web): string[] {
    const { path } = web.files.find((file) => file.type === 'AuraDefinitionBundle' && file.fullName === app)!;
    const text = textOf(project, path.replace(/-meta\.xml$/, ''));
    return dependencies(text).map(({ name }) => name);
}

function dependencies(text: string): { name: string; index: number }[] {
    return [...text.matchAll(/<aura:dependency\s+resource="c:(\w+)"/g)].map(({ index, 1: name }) => ({
        name: name!,
        index
    }));
}

function auraApp(text: string, web: Web): Said[] {
    const said: Said[] = dependencies(text)
        .filter(({ name }) => !web.has('LightningComponentBundle', name))
        .map(({ name, index }) => ({ index, sentence: `There is no component ${name}.` }));
    if (!/extends="ltng:outApp"/.test(text)) said.push({ index: 0, sentence: 'The app does not extend ltng:outApp.' });
    if (!/access="GLOBAL"/i.test(text))
        said.push({ index: 0, sentence: 'The app is not global, so no page can use it.' });
    return said;
}

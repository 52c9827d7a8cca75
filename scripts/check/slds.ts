import { join } from 'node:path';
import { RESULTS } from '../build/keptResults.ts';
import { packageAt } from '../build/places.ts';
import type { Check, Finding, Project } from './check.ts';
import { runProgram } from './program.ts';
import { filesOf, LWC, textOf } from './projectFiles.ts';

/** This rule also reports values without a styling hook, such as a width of 55%. Nothing can be done about those. */
const HARD_CODED = 'slds/no-hardcoded-values-slds2';

/** The part of a SARIF result that is used here. */
interface Result {
    ruleId: string;
    message: { text: string };
    locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
}

/** Markup and styles follow the design system: no retired classes or tokens, and no overrides. */
export const slds: Check = {
    name: 'slds',
    promise: 'slds-linter finds nothing wrong with markup and styles, and no value that has a styling hook.',
    async run(project) {
        const files = filesOf(project, `${LWC}/*/*.{css,html}`);
        const answer = await lint(project);
        if ('error' in answer) return { seen: 'nothing', findings: [{ file: LWC, sentence: answer.error }] };
        const { results } = answer;
        const counted = results.filter((result) => result.ruleId !== HARD_CODED || hooksFor(result).length > 0);
        return {
            seen: `${files.length} files, ${results.length - counted.length} values without a styling hook`,
            findings: counted.map(toFinding)
        };
    }
};

async function lint(project: Project): Promise<{ results: Result[] } | { error: string }> {
    const words = ['report', LWC, '--format', 'sarif', '--output', '.'];
    const texts = new Map(filesOf(project, `${LWC}/**/*`).map((file) => [file, textOf(project, file)]));
    const work = ['slds-linter', words];
    const known = RESULTS.find<Result[]>(work, texts);
    if (known) return { results: known };
    // The linter checks only files below the folder it runs in, so it runs as a separate program.
    const linter = join(packageAt('@salesforce-ux/slds-linter'), 'build/index.js');
    const { code, out, err } = await runProgram(process.execPath, [linter, ...words], { cwd: project.root });
    if (code !== 0) return { error: (err || out).trim() };
    const { runs } = JSON.parse(textOf(project, 'slds-linter-report.sarif'));
    return { results: RESULTS.keep<Result[]>(work, texts, runs[0].results) };
}

/** The styling hooks that the rule suggests instead of a value. */
function hooksFor({ message }: Result): string[] {
    return JSON.parse(message.text.slice(0, message.text.lastIndexOf('}') + 1)).suggestions;
}

function toFinding({ message, locations }: Result): Finding {
    const { artifactLocation, region } = locations[0]!.physicalLocation;
    return { file: artifactLocation.uri, line: region.startLine, sentence: plain(message.text) };
}

/** Style rules report JSON, and append their own name. */
function plain(message: string): string {
    const text = message.replace(/ \(slds\/[\w-]+\)\.?/g, '').trim();
    return text.startsWith('{') ? JSON.parse(text).message : text;
}

import { join } from 'node:path';
import { RESULTS } from '../build/keptResults.ts';
import { packageAt } from '../build/places.ts';
import type { Check, Finding, Project } from './check.ts';
import { runProgram } from './program.ts';
import { filesOf, LWC, textOf } from './projectFiles.ts';

/**
 * A finding of this rule is only advice, because it also reports values without a styling hook, such as a 1px border.
 * The check reports how many there are. Every other finding of the linter counts, warnings included.
 */
const ADVICE = 'slds/no-hardcoded-values-slds2';

/** The part of a SARIF result that is used here. */
interface Result {
    ruleId: string;
    message: { text: string };
    locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
}

/** Markup and styles follow the design system: no retired classes or tokens, and no overrides. */
export const slds: Check = {
    name: 'slds',
    promise: 'slds-linter finds nothing wrong with markup and styles.',
    async run(project) {
        const files = filesOf(project, `${LWC}/*/*.{css,html}`);
        const answer = await lint(project);
        if ('error' in answer) return { seen: 'nothing', findings: [{ file: LWC, sentence: answer.error }] };
        const { results } = answer;
        const counted = results.filter(({ ruleId }) => ruleId !== ADVICE);
        return {
            seen: `${files.length} files, ${results.length - counted.length} values that could be styling hooks`,
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

function toFinding({ message, locations }: Result): Finding {
    const { artifactLocation, region } = locations[0]!.physicalLocation;
    return { file: artifactLocation.uri, line: region.startLine, sentence: plain(message.text) };
}

/** Style rules report JSON, and append their own name. */
function plain(message: string): string {
    const text = message.replace(/ \(slds\/[\w-]+\)\.?/g, '').trim();
    return text.startsWith('{') ? JSON.parse(text).message : text;
}

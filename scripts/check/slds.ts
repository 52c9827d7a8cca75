import { join } from 'node:path';
import { packageAt } from '../build/places.ts';
import type { Check, Finding } from './check.ts';
import { runProgram } from './program.ts';
import { filesOf, LWC, textOf } from './projectFiles.ts';

/**
 * A hard-coded value is advice: the rule also names values that have no styling hook at all, such as a border of 1px.
 * Their number is told, and everything else that the linter says counts, its warnings too.
 */
const ADVICE = 'slds/no-hardcoded-values-slds2';

/** What is used of a SARIF result. */
interface Result {
    ruleId: string;
    message: { text: string };
    locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
}

/** Markup and styles as the design system wants them: no retired classes and tokens, no overrides. */
export const slds: Check = {
    name: 'slds',
    promise: 'slds-linter has nothing against markup and styles.',
    async run(project) {
        const files = filesOf(project, `${LWC}/*/*.{css,html}`);
        // The linter takes only what is below the folder it runs in, so it runs as a program of its own.
        const linter = join(packageAt('@salesforce-ux/slds-linter'), 'build/index.js');
        const words = [linter, 'report', LWC, '--format', 'sarif', '--output', '.'];
        const { code, out, err } = await runProgram(process.execPath, words, { cwd: project.root });
        if (code !== 0) return { seen: 'nothing', findings: [{ file: LWC, sentence: (err || out).trim() }] };
        const { runs } = JSON.parse(textOf(project, 'slds-linter-report.sarif'));
        const results: Result[] = runs[0].results;
        const counted = results.filter(({ ruleId }) => ruleId !== ADVICE);
        return {
            seen: `${files.length} files, ${results.length - counted.length} values that could be styling hooks`,
            findings: counted.map(toFinding)
        };
    }
};

function toFinding({ message, locations }: Result): Finding {
    const { artifactLocation, region } = locations[0]!.physicalLocation;
    return { file: artifactLocation.uri, line: region.startLine, sentence: plain(message.text) };
}

/** Style rules answer in JSON, and put their own name behind. */
function plain(message: string): string {
    const text = message.replace(/ \(slds\/[\w-]+\)\.?/g, '').trim();
    return text.startsWith('{') ? JSON.parse(text).message : text;
}

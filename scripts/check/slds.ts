import { join } from 'node:path';
import { packageAt } from '../build/places.ts';
import type { Check, Finding } from './check.ts';
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
        // The linter checks only files below the folder it runs in, so it runs as a separate program.
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

/** Style rules report JSON, and append their own name. */
function plain(message: string): string {
    const text = message.replace(/ \(slds\/[\w-]+\)\.?/g, '').trim();
    return text.startsWith('{') ? JSON.parse(text).message : text;
}

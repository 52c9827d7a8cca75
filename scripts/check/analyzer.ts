import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { REPO } from '../build/places.ts';
import { analyzerPackages, ENGINES } from './analyzerPackages.ts';
import type { Check, Finding, Project } from './check.ts';

/** The part of Code Analyzer's API that is used here. */
interface Core {
    CodeAnalyzerConfig: { fromObject(values: object): object };
    CodeAnalyzer: new (config: object) => {
        addEnginePlugin(plugin: object): Promise<void>;
        createWorkspace(paths: string[]): Promise<object>;
        selectRules(selectors: string[], options: { workspace: object }): Promise<{ getCount(): number }>;
        run(rules: object, options: { workspace: object }): Promise<Results>;
    };
    OutputFormat: { HTML: string };
}
interface Results {
    getViolations(): Violation[];
    toFormattedOutput(format: string): string;
}
export interface Violation {
    getRule(): { getEngineName(): string; getName(): string; getTags(): string[] };
    getMessage(): string;
    getPrimaryLocation(): { getFile(): string | undefined; getStartLine(): number | undefined };
}

/** What a security review asks for: these rules, as HTML (documented: Code Analyzer, "AppExchange Security Review"). */
const REVIEW = ['AppExchange', 'Recommended:Security'];
const REPORT = 'dist/code-analyzer-security.html';
/** Everything that Salesforce recommends. Only findings of security rules fail the check; the report has them all. */
const RECOMMENDED = ['Recommended'];
const FULL_REPORT = 'dist/code-analyzer.html';

/** Salesforce's own scanner, over the files that are deployed. It takes minutes. */
export const analyzer: Check = {
    name: 'analyzer',
    promise: 'Code Analyzer finds nothing that a security review would question.',
    onlyByName: true,
    async run(project) {
        const require = createRequire(await analyzerPackages());
        const core = require('@salesforce/code-analyzer-core') as Core;
        const deployed = deployedFiles(project);
        const config = core.CodeAnalyzerConfig.fromObject({ config_root: deployed, log_folder: deployed });
        const scanner = new core.CodeAnalyzer(config);
        for (const name of ENGINES) await scanner.addEnginePlugin(require(name).createEnginePlugin());
        const workspace = await scanner.createWorkspace([deployed]);
        const scan = async (selectors: string[], report: string) => {
            const rules = await scanner.selectRules(selectors, { workspace });
            const results = await scanner.run(rules, { workspace });
            mkdirSync(join(REPO, 'dist'), { recursive: true });
            writeFileSync(join(REPO, report), results.toFormattedOutput(core.OutputFormat.HTML));
            return { rules: rules.getCount(), violations: results.getViolations() };
        };
        const review = await scan(REVIEW, REPORT);
        const recommended = await scan(RECOMMENDED, FULL_REPORT);
        return {
            seen: [
                `${review.rules} rules for security, ${recommended.rules} recommended`,
                countsOf(recommended.violations),
                `reports in ${REPORT} and ${FULL_REPORT}`
            ].join('; '),
            findings: findingsOf(review.violations, deployed)
        };
    }
};

/** `170 × no-hardcoded-values-slds2, 2 × export`. */
export function countsOf(violations: readonly Violation[]): string {
    const counts = new Map<string, number>();
    for (const violation of violations) {
        const name = violation.getRule().getName().split('/').at(-1)!;
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const sorted = [...counts].sort(([, one], [, other]) => other - one);
    return sorted.map(([name, count]) => `${count} × ${name}`).join(', ') || 'no findings';
}

export function findingsOf(violations: readonly Violation[], folder: string): Finding[] {
    return violations.map((violation) => {
        const location = violation.getPrimaryLocation();
        const rule = violation.getRule();
        return {
            file: relative(folder, location.getFile() ?? folder),
            line: location.getStartLine(),
            sentence: `${violation.getMessage()} (${rule.getEngineName()}: ${rule.getName()})`
        };
    });
}

/** A copy without TypeScript and tests: what a reviewer gets. */
function deployedFiles({ root }: Project): string {
    const copy = join(root, 'deployed');
    for (const folder of ['force-app', 'optional'].filter((each) => existsSync(join(root, each))))
        cpSync(join(root, folder), join(copy, folder), {
            recursive: true,
            filter: (path) => !/\.ts$|__tests__|tsconfig|package\.json$/.test(path)
        });
    return copy;
}
